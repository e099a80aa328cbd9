import type { Rolldown } from 'vite';

/**
 * What a room's page shares with one or two others. Browsers fetch six files at once over HTTP/1.1:
 * with each of these in a file of its own, a room's page would come in two trips.
 */
const sessions =
  /src\/booking\/(marks|options|refusal|commands\/[a-z-]+)\.ts$|booking\/(again-address|own-view|words\/headline)\.ts$|messages\/(booking_book_again|booking_head_\w+|booking_mentee|booking_mentor|booking_phone_advice|frame_lost|reviews_rate)\.js$/;

/** All but the question about leaving: four pages need it, none of which is on most people's way. */
const usual = /^(?!.*(UnsavedGuard|frame_unsaved))/s;

/**
 * Into which files the pages' scripts go: what four pages or more need comes in one, for it
 * compresses better than forty small ones.
 *
 * Kit's client reads its payload (addresses, version) as it is evaluated, after its entry has set
 * it. What the entry itself needs must therefore come in a file that brings nothing of the client:
 * or Kit starts without a version, takes every page for an old one, and reloads without end.
 */
export const files: Rolldown.CodeSplittingOptions = {
  groups: [
    {
      name: 'start',
      test: /vite\/preload-helper|@sveltejs\/kit\/src\/runtime\/client\/payload\.js$/,
      priority: 2,
    },
    { name: 'kit', test: /@sveltejs\/kit\/src\/(?!runtime\/client\/entry\.js)/, priority: 1 },
    { name: 'frame', test: usual, minShareCount: 4 },
    { name: 'sessions', test: sessions, minShareCount: 2 },
  ],
};
