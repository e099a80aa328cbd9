import { expect, test } from 'vitest';
import { createAuth } from '../../src/accounts/auth.ts';
import { frontDesk } from './front-desk.ts';
import { silent } from './silent.ts';

test('our migration makes the tables that better-auth expects', async () => {
  await using desk = await frontDesk();
  const auth = createAuth({
    db: desk.db,
    secret: 'x'.repeat(40),
    secureCookies: true,
    log: silent,
  });
  const context = await auth.$context;
  const expected = Object.values(context.tables).map(({ modelName, fields }) => ({
    table: modelName,
    columns: [
      'id',
      ...Object.entries(fields).map(([name, field]) => field.fieldName ?? name),
    ].toSorted(),
  }));
  const found = await desk.db.introspection.getTables();
  const ours = expected.map(({ table }) => ({
    table,
    columns: found
      .find(({ name }) => name === table)
      ?.columns.map(({ name }) => name)
      .toSorted(),
  }));
  expect(ours).toEqual(expected);
});

test('over TLS the cookie is for TLS only', async () => {
  await using desk = await frontDesk();
  const auth = createAuth({
    db: desk.db,
    secret: 'x'.repeat(40),
    secureCookies: true,
    log: silent,
  });
  const { authCookies } = await auth.$context;
  expect(authCookies.sessionToken).toMatchObject({
    name: '__Secure-confab.session_token',
    attributes: { secure: true, httpOnly: true, sameSite: 'lax' },
  });
});
