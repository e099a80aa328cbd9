import { expect, vi } from 'vitest';
import type { Visitor } from './visitor.ts';

export const patience = { timeout: 20_000 };

/** The texts that a window was pushed, in order. */
export const textsOf = ({ events }: Visitor): string[] =>
  events.flatMap((one) =>
    one.kind === 'message' && 'text' in one.message ? one.message.text : [],
  );

/** Resolves once a window was pushed this text. */
export const arrives = (visitor: Visitor, text: string): Promise<void> =>
  vi.waitFor(() => {
    expect(textsOf(visitor)).toContain(text);
  }, patience);

/** Resolves once a window was told that a directory has changed, by what is done now. */
export async function directoryArrives(
  { directories }: Visitor,
  programId: string,
  change: () => Promise<unknown>,
): Promise<void> {
  const before = directories.length;
  await change();
  await vi.waitFor(() => {
    expect(directories.slice(before)).toContain(programId);
  }, patience);
}
