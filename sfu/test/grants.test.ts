import { randomUUID } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ mediaPort: 12000 });
  await stage.openRoom();
});
afterAll(() => stage[Symbol.asyncDispose]());

const refusal = (grant: unknown) =>
  stage.personWith(grant).then(
    () => 'admitted',
    (error: Error) => error.message,
  );

describe('a grant', () => {
  test('admits whom it names to the room it names', async () => {
    const ada = await stage.person({ name: 'Ada' });
    const bo = await stage.person({ name: 'Bo', role: 'mentor' });
    await ada.join();
    const view = await bo.join();
    expect(view.people).toEqual([{ personId: ada.personId, name: 'Ada', role: 'mentee' }]);
  });

  test('admits once', async () => {
    const grant = await stage.grant();
    await stage.personWith(grant);
    expect(await refusal(grant)).toBe('grant-used');
  });

  test('admits once even when two connections bring it at the same moment', async () => {
    const grant = await stage.grant();
    expect((await Promise.all([refusal(grant), refusal(grant)])).toSorted()).toEqual([
      'admitted',
      'grant-used',
    ]);
  });

  test.for([
    ['missing', undefined],
    ['no token', 'hello'],
    ['huge', 'x'.repeat(10_000)],
    ['an object', { alg: 'none' }],
  ])('that is %s is refused as forged', async ([, grant]) => {
    expect(await refusal(grant)).toBe('grant-forged');
  });

  test('signed by another key is refused', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    expect(await refusal(await stage.grant({ key: privateKey }))).toBe('grant-forged');
  });

  test('with its claims altered is refused', async () => {
    const [head, , signature] = (await stage.grant()).split('.');
    const [, claims] = (await stage.grant({ role: 'mentor' })).split('.');
    expect(await refusal([head, claims, signature].join('.'))).toBe('grant-forged');
  });

  test('unsigned, or signed symmetrically, is refused', async () => {
    const [, claims] = (await stage.grant()).split('.');
    const head = Buffer.from('{"alg":"none","typ":"confab-grant+jwt"}').toString('base64url');
    expect(await refusal(`${head}.${claims}.`)).toBe('grant-forged');
    const symmetric = await new SignJWT({ kind: 'probe', personId: randomUUID() })
      .setProtectedHeader({ alg: 'HS256', typ: 'confab-grant+jwt' })
      .setExpirationTime('1m')
      .sign(new TextEncoder().encode('a shared secret that is long enough'));
    expect(await refusal(symmetric)).toBe('grant-forged');
  });

  test('for another purpose is refused', async () => {
    expect(await refusal(await stage.grant({ audience: 'confab-mail' }))).toBe('grant-forged');
  });

  test('that has expired is refused', async () => {
    expect(await refusal(await stage.grant({ issuedIn: -63 }))).toBe('grant-expired');
  });

  test('that claims a longer life than grants have is refused', async () => {
    expect(await refusal(await stage.grant({ lifetime: 61 }))).toBe('grant-forged');
  });

  test('for a room that is not open here is refused', async () => {
    expect(await refusal(await stage.grant({ roomId: randomUUID() }))).toBe('room-closed');
  });

  test('from before the room changed is refused, a later one admits', async () => {
    const roomId = randomUUID();
    await stage.openRoom({ roomId, epoch: 5 });
    expect(await refusal(await stage.grant({ roomId, epoch: 4 }))).toBe('grant-stale');
    expect(await refusal(await stage.grant({ roomId, epoch: 5 }))).toBe('admitted');
    expect(await refusal(await stage.grant({ roomId, epoch: 6 }))).toBe('admitted');
  });

  test("is judged by the node's clock alone", async () => {
    stage.skewMs = 120_000;
    expect(await refusal(await stage.grant())).toBe('grant-expired');
    stage.skewMs = 0;
  });
});
