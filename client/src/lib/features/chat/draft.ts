const key = (me: string, other: string) => `confab.draft.${me}.${other}`;

/** What was begun to be written to this person in this tab. */
export const draft = (me: string, other: string): string =>
  sessionStorage.getItem(key(me, other)) ?? '';

export function keepDraft(me: string, other: string, text: string): void {
  if (text === '') sessionStorage.removeItem(key(me, other));
  else sessionStorage.setItem(key(me, other), text);
}
