/** What somebody has begun to write here and not sent: kept in this tab, under their own name. */
const prefix = (personId: string) => `confab.draft.${personId}.`;

/** Tells the browser's other tabs whose drafts are to go. */
const leaving = new BroadcastChannel('confab.leaving');
leaving.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data === 'string') dropHere(data);
});

/** @param about what is being written, for instance `message.<person>` */
export const keptDraft = (personId: string, about: string): string | null =>
  sessionStorage.getItem(prefix(personId) + about);

/** Keeps the draft; an empty one is none. */
export function keepDraft(personId: string, about: string, text: string): void {
  if (text === '') sessionStorage.removeItem(prefix(personId) + about);
  else sessionStorage.setItem(prefix(personId) + about, text);
}

/** Leaves none of this person's drafts, in any tab of this browser: they sign out. */
export function dropDrafts(personId: string): void {
  dropHere(personId);
  leaving.postMessage(personId);
}

function dropHere(personId: string): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(prefix(personId))) sessionStorage.removeItem(key);
}
