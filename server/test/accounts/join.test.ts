import { randomBytes, randomUUID } from 'node:crypto';
import { defaultSettings } from '@confab/shared';
import { expect, test, vi } from 'vitest';
import { transact } from '../../src/command/transact.ts';
import { addInvitation } from '../../src/features/programs/invitations.ts';
import { addProgram } from '../../src/features/programs/store.ts';
import { cookieOf, farid, frontDesk, now, visitor } from './front-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

type Desk = Awaited<ReturnType<typeof frontDesk>>;

async function invitation(desk: Desk, role: 'mentee' | 'mentor' = 'mentee') {
  const programId = randomUUID();
  const program = { name: 'First steps', purpose: '', settings: defaultSettings };
  const token = randomBytes(32).toString('hex');
  await transact(desk.ledger, now, async ({ tx }) => {
    await addProgram(tx, { id: programId, ...program }, now);
    await addInvitation(tx, { programId, role, token, createdBy: randomUUID() }, now);
  });
  return { programId, token };
}

const rows = async (desk: Desk) => ({
  people: (await desk.db.selectFrom('person').select('email').execute()).length,
  memberships: (await desk.db.selectFrom('membership').select('role').execute()).length,
  users: (
    await desk.db
      .$extendTables<{ auth_user: { id: string } }>()
      .selectFrom('auth_user')
      .select('id')
      .execute()
  ).length,
});

test('a link shows its program, and lets its holder in with an account, signed in', async () => {
  await using desk = await frontDesk();
  const { programId, token } = await invitation(desk);
  expect(await desk.accounts.look(token, visitor, now)).toMatchObject({
    value: { programName: 'First steps', role: 'mentee' },
  });
  const joined = await desk.accounts.join({ token, ...farid }, visitor, now);
  if (!joined.ok) throw new Error(joined.code);
  expect(joined.value).toEqual({ programId });
  const session = await desk.accounts.sessionOf({ cookie: cookieOf(joined.cookies) }, now);
  const member = await desk.db.selectFrom('membership').selectAll().executeTakeFirstOrThrow();
  expect(member).toMatchObject({ person_id: session?.personId, program_id: programId });
});

test('N4: a newcomer is told things in the language they came in, or in English', async () => {
  await using desk = await frontDesk();
  const { token } = await invitation(desk);
  const hanna = { ...farid, name: 'Hanna', email: 'hanna@example.org', tongue: 'de' as const };
  for (const who of [farid, hanna])
    expect(await desk.accounts.join({ token, ...who }, visitor, now)).toMatchObject({ ok: true });
  const people = await desk.db.selectFrom('person').select(['name', 'tongue']).execute();
  expect(new Map(people.map(({ name, tongue }) => [name, tongue]))).toEqual(
    new Map([
      ['Farid', 'en'],
      ['Hanna', 'de'],
    ]),
  );
});

test('an unknown or expired link admits nobody, and nothing is written', async () => {
  await using desk = await frontDesk();
  const { token } = await invitation(desk);
  const refused = { ok: false, code: 'invitation' };
  const later = now.add({ hours: 31 * 24 });
  expect(await desk.accounts.look('nonsense', visitor, now)).toEqual(refused);
  expect(await desk.accounts.look(token, visitor, later)).toEqual(refused);
  const nonsense = { token: 'nonsense', ...farid };
  expect(await desk.accounts.join(nonsense, visitor, now)).toEqual(refused);
  expect(await desk.accounts.join({ token, ...farid }, visitor, later)).toEqual(refused);
  expect(await rows(desk)).toEqual({ people: 0, memberships: 0, users: 0 });
});

test('a taken address, a weak password and an unknown zone are refused, nothing written', async () => {
  await using desk = await frontDesk();
  const { token } = await invitation(desk);
  await desk.accounts.create(farid, now);
  const join = (change: Partial<typeof farid>) =>
    desk.accounts.join({ token, ...farid, email: 'new@example.org', ...change }, visitor, now);
  expect(await join({ email: farid.email })).toEqual({ ok: false, code: 'email-taken' });
  expect(await join({ password: 'too short' })).toMatchObject({
    code: 'password-short',
    least: 10,
  });
  expect(await join({ password: 'x'.repeat(129) })).toMatchObject({ code: 'password-long' });
  expect(await join({ zone: 'Mars/Olympus' })).toEqual({ ok: false, code: 'bad-zone' });
  expect(await rows(desk)).toEqual({ people: 1, memberships: 0, users: 1 });
});

test('of two who take one address at once, one gets it', async () => {
  await using desk = await frontDesk();
  const answers = await Promise.all([
    desk.accounts.create(farid, now),
    desk.accounts.create(farid, now),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rows(desk)).toMatchObject({ people: 1, users: 1 });
});
