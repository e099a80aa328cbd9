import type { SettledCode } from './call.ts';

/** A message written here that the server has not acknowledged. */
export interface KeptMessage {
  /** The command's id, and the message's. */
  id: string;
  to: string;
  text: string;
  /** Epoch milliseconds on this device; orders what is kept, nothing else. */
  writtenAt: number;
  /** Why the server did not take it; the writer decides what becomes of it. */
  refused?: SettledCode | undefined;
}

const prefix = (personId: string) => `confab.outbox.${personId}.`;

/** One entry per message, so that two tabs never overwrite each other's. Oldest first. */
export function keptMessages(personId: string): KeptMessage[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix(personId)))
    .flatMap((key) => {
      const text = localStorage.getItem(key);
      return text ? [JSON.parse(text) as KeptMessage] : [];
    })
    .toSorted((a, b) => a.writtenAt - b.writtenAt);
}

export const keep = (personId: string, message: KeptMessage): void =>
  localStorage.setItem(prefix(personId) + message.id, JSON.stringify(message));

/** Leaves nothing of this person's. */
export function dropAll(personId: string): void {
  for (const { id } of keptMessages(personId)) drop(personId, id);
}

export const drop = (personId: string, id: string): void =>
  localStorage.removeItem(prefix(personId) + id);
