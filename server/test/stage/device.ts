import { createHash } from 'node:crypto';

/** A browser's subscription at the service that the stage may push to; its key is a point indeed. */
export const device = {
  endpoint: 'https://push.example/to/somebody',
  key: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  secret: 'BTBZMqHH6r4Tts7J_aSIgg',
  words: 'Firefox on Linux',
};

/** What a device is called by. */
export const deviceIdOf = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('hex');
