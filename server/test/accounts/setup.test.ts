import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { SetupCode } from '../../src/accounts/setup-code.ts';
import { farid, frontDesk, now, visitor } from './front-desk.ts';

vi.setConfig({ testTimeout: 60_000 });

test('the code from the console makes the first admin, once', async () => {
  await using desk = await frontDesk();
  const code = desk.accounts.setupCode ?? '';
  expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/);
  const typed = code.toLowerCase().replaceAll('-', ' ');
  expect(await desk.accounts.setUp({ code: typed, ...farid }, visitor, now)).toMatchObject({
    ok: true,
  });
  const admin = await desk.db.selectFrom('person').selectAll().executeTakeFirstOrThrow();
  expect(admin).toMatchObject({ name: 'Farid', admin: 1 });
  expect(desk.accounts.setupCode).toBeNull();
  const second = { code, ...farid, email: 'second@example.org' };
  expect(await desk.accounts.setUp(second, visitor, now)).toEqual({
    ok: false,
    code: 'setup-done',
  });
  expect((await desk.again()).setupCode).toBeNull();
});

test('a wrong code makes nobody an admin, and guessing ends', async () => {
  await using desk = await frontDesk();
  const guess = () => desk.accounts.setUp({ code: 'AAAA-AAAA-AAAA-AAAA', ...farid }, visitor, now);
  for (let time = 0; time < 200; time += 1)
    expect(await guess()).toEqual({ ok: false, code: 'setup-code' });
  expect(await guess()).toMatchObject({ code: 'too-many' });
  expect(await desk.db.selectFrom('person').selectAll().execute()).toEqual([]);
});

test('of two at once, one becomes the admin', async () => {
  await using desk = await frontDesk();
  const code = desk.accounts.setupCode ?? '';
  const answers = await Promise.all([
    desk.accounts.setUp({ code, ...farid }, visitor, now),
    desk.accounts.setUp({ code, ...farid, email: 'second@example.org' }, visitor, now),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'admin' : answer.code)).toSorted()).toEqual([
    'admin',
    'setup-done',
  ]);
});

test('of two at two servers at once, one becomes the admin', async () => {
  await using desk = await frontDesk();
  const servers = [desk.accounts, await desk.again()];
  const answers = await Promise.all(
    servers.map((accounts, n) =>
      accounts.setUp(
        { code: accounts.setupCode ?? '', ...farid, email: `admin-${String(n)}@example.org` },
        visitor,
        now,
      ),
    ),
  );
  expect(answers.map((answer) => (answer.ok ? 'admin' : answer.code)).toSorted()).toEqual([
    'admin',
    'setup-done',
  ]);
  expect(await desk.db.selectFrom('person').select('admin').execute()).toEqual([{ admin: 1 }]);
});

test('every start has its own code', () => {
  expect(new SetupCode().text).not.toBe(new SetupCode().text);
});

test('a start sweeps away users without a person or a way to sign in, and no others', async () => {
  await using desk = await frontDesk();
  await desk.accounts.create(farid, now);
  const rows = desk.db.$extendTables<{
    auth_user: Record<'id' | 'name' | 'email' | 'created_at' | 'updated_at', string> & {
      email_verified: number;
    };
  }>();
  await rows
    .insertInto('auth_user')
    .values({
      id: randomUUID(),
      name: 'Half',
      email: 'half@example.org',
      email_verified: 0,
      created_at: now.toString(),
      updated_at: now.toString(),
    })
    .execute();
  await desk.again();
  expect(await rows.selectFrom('auth_user').select('email').execute()).toEqual([
    { email: farid.email },
  ]);
});
