import { Live } from './live.svelte.ts';
import { manager } from './wire.ts';

export { dropDrafts, keepDraft, keptDraft } from './drafts.ts';
export { KeptText } from './kept-text.svelte.ts';
export { openBooking, type LiveBooking } from './live.svelte.ts';
export type { KeptMessage } from './kept-message.ts';
export { whoIsHere, type Who } from './who.ts';

/** The tab's one live state. */
export const live = new Live(manager.socket('/'));
