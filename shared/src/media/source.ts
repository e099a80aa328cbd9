/** What a person can send. Microphone is sound, the other two are pictures. */
export const mediaSources = ['microphone', 'camera', 'screen'] as const;
export type MediaSource = (typeof mediaSources)[number];
