import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Temporal, toText, type Instant } from '@confab/shared';
import { addCredentials } from '../../server/src/accounts/store.ts';
import type { AuthTables } from '../../server/src/accounts/tables.ts';
import { openSecrets } from '../../server/src/config/secrets.ts';
import { createCore } from '../../server/src/core.ts';
import { openSqlite } from '../../server/src/db/open.ts';
import { Seal } from '../../server/src/db/seal.ts';
import { addPerson } from '../../server/src/features/people/store.ts';

/** Somebody with a window to open, and whom they write to. */
export interface Townsman {
  id: string;
  cookie: string;
  other: string;
}

const nothing = () => undefined;
const noMedia = {
  url: '',
  open: () => Promise.resolve(),
  close: () => Promise.resolve(),
  evict: () => Promise.resolve(),
  onAttendance: nothing,
};

/**
 * Founds a town in a data folder: pairs of a mentor and a mentee of one program, signed in, who
 * have written to each other and have a session asked for. All of it by commands; only sign-ins are
 * written as the library that keeps them would, for a password takes a tenth of a second.
 * @param now when all this happens
 */
export async function foundTown(
  folder: string,
  pairs: number,
  now: Instant = Temporal.Now.instant(),
): Promise<Townsman[]> {
  const opened = await openSecrets(folder);
  if (!opened.ok) throw new Error(opened.fault.wrong);
  await using store = await openSqlite(join(folder, 'confab.db'));
  const core = createCore({
    store,
    clock: () => now,
    media: noMedia as never,
    signer: { room: () => Promise.resolve(''), probe: () => Promise.resolve('') },
    seal: new Seal(randomBytes(32)),
    pushed: nothing,
    directoryChanged: nothing,
    failed: (error) => {
      throw error;
    },
  });
  const give = async (who: string, name: string, input: unknown): Promise<unknown> => {
    const answer = await core.dispatch.command(
      { personId: who, sessionId: '' },
      name,
      randomUUID(),
      input,
      now,
    );
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const enrol = async (name: string, admin = false): Promise<{ id: string; cookie: string }> => {
    const who = { id: randomUUID(), name, email: `${name}@example.org`, zone: 'UTC' };
    const token = randomUUID();
    await store.write(async (tx) => {
      await addCredentials(tx, { ...who, passwordHash: 'none' }, now);
      await addPerson(tx, { ...who, admin }, now);
      const at = { created_at: toText(now), updated_at: toText(now) };
      await tx
        .$extendTables<AuthTables>()
        .insertInto('auth_session')
        .values({
          id: randomUUID(),
          token,
          user_id: who.id,
          expires_at: toText(Temporal.Now.instant().add({ hours: 24 })),
          ...at,
        })
        .execute();
    });
    const mark = createHmac('sha256', opened.secrets.auth).update(token).digest('base64');
    return { id: who.id, cookie: `confab.session_token=${encodeURIComponent(`${token}.${mark}`)}` };
  };

  const admin = await enrol('admin', true);
  const { programId } = (await give(admin.id, 'admin.create-program', {
    name: 'Town',
    purpose: 'To be measured.',
  })) as { programId: string };
  const day = now.add({ hours: 72 }).toString().slice(0, 10);
  const town: Townsman[] = [];
  await Promise.all(
    Array.from({ length: pairs }, async (_, n) => {
      const mentor = await enrol(`mentor-${String(n)}`);
      const mentee = await enrol(`mentee-${String(n)}`);
      await store.write(async (tx) => {
        for (const [{ id }, role] of [
          [mentor, 'mentor'],
          [mentee, 'mentee'],
        ] as const)
          await tx
            .insertInto('membership')
            .values({
              program_id: programId,
              person_id: id,
              role,
              status: 'active',
              availability: 'available',
              created_at: toText(now),
            })
            .execute();
      });
      await give(mentee.id, 'chat.send', { to: mentor.id, text: 'Hello' });
      await give(mentee.id, 'booking.request', {
        programId,
        mentorId: mentor.id,
        start: { date: day, time: '12:00', zone: 'UTC' },
        minutes: 60,
        location: { kind: 'online' },
        note: null,
      });
      town.push({ ...mentor, other: mentee.id }, { ...mentee, other: mentor.id });
    }),
  );
  return town;
}
