import { expect, test } from 'vitest';
import { company } from './stage/company.ts';

test('B5: the token of a link that is there already is not found, and admits to what it did', async () => {
  const all = await company();
  await using stage = all.stage;
  const { admin, programId, stranger } = all;
  const token = await stage.invite(admin, programId, 'mentee');
  expect(await stage.give(admin, 'admin.invite', { programId, role: 'manager', token })).toEqual({
    ok: false,
    code: 'not-found',
  });
  await stage.do(stranger, 'invitation.accept', { token });
  const { programs } = await stage.know(admin, 'admin.overview', {});
  expect(programs[0]?.members.find(({ id }) => id === stranger)?.role).toBe('mentee');
});
