/** Under which name it is kept. */
export const aboutNote = (bookingId: string): string => `note.${bookingId}`;

/** What was written and not saved, and the version that it was written over. */
export interface NoteDraft {
  version: number;
  text: string;
}

export const draftText = (draft: NoteDraft): string => JSON.stringify(draft);

/** The draft that {@link draftText} made; null for anything else that a browser kept. */
export function draftOf(kept: string | null): NoteDraft | null {
  try {
    const draft = JSON.parse(kept ?? 'null') as Partial<NoteDraft> | null;
    const { version, text } = draft ?? {};
    return typeof version === 'number' && typeof text === 'string' ? { version, text } : null;
  } catch {
    return null;
  }
}
