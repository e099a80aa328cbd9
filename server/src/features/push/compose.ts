import { createHash } from 'node:crypto';
import type { Instant } from '@confab/shared';
import type { Tx } from '../../db/database.ts';
import type { Letter } from '../../outbox/letter.ts';
import type { Push } from '../../push/push.ts';
import { wordsFor } from '../mail/queries.ts';
import { personRow } from '../people/queries.ts';
import type { IsSignedIn } from './desk.ts';
import { deviceOf } from './queries.ts';
import { messagesNote, sessionNote } from './notes.ts';

/** Seconds that services keep a push at most. */
const longest = 28 * 86_400;

/**
 * A push in its recipient's words and zone, as things are when it is sent; nothing of what people
 * have written is in it. @returns null when there is nothing to say any more: it was seen, the
 * booking went on, the device or its sign-in is gone @see N2 N4
 */
export const compose =
  (isSignedIn: IsSignedIn) =>
  async (tx: Tx, letter: Letter, now: Instant): Promise<Push | null> => {
    const { personId, deviceId } = letter;
    const device = deviceId === null ? null : await deviceOf(tx, personId, deviceId);
    if (!device || !(await isSignedIn(tx, device.session_id, now))) return null;
    const person = await personRow(tx, personId);
    if (!person) return null;
    const words = wordsFor(person.tongue);
    const reader = { id: personId, zone: person.zone, words };
    const note =
      letter.kind === 'messages'
        ? await messagesNote(tx, reader, letter, now)
        : await sessionNote(tx, reader, letter, now);
    if (!note) return null;
    const { title, body, path, about, until, isUrgent } = note;
    const { endpoint, key, secret } = device;
    const left = Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000);
    return {
      endpoint,
      key,
      secret,
      payload: JSON.stringify({
        id: letter.id,
        title,
        body,
        path,
        about,
        language: words.language,
      }),
      lasts: Math.min(left, longest),
      isUrgent,
      replaces: nameFor(device.id, about),
    };
  };

/** Another for each device: a service is not to learn who have to do with each other. */
const nameFor = (deviceId: string, about: string): string =>
  createHash('sha256').update(`${deviceId} ${about}`).digest('base64url').slice(0, 32);
