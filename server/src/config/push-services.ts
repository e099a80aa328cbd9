/**
 * The services to which today's browsers subscribe: Chrome and its kin, Firefox, Safari, Edge. A
 * star stands for one or more labels.
 */
export const knownServices: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];
