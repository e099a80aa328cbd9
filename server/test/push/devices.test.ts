import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dropDevicesOf } from '../../src/features/push/store.ts';
import { serviceOf } from '../../src/push/services.ts';
import { knownServices } from '../../src/config/push-services.ts';
import { company } from '../stage/company.ts';
import { Browser } from './browser.ts';
import type { PushService } from './push-service.ts';

const idOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex');
const at = (name: string) =>
  new Browser({ origin: 'https://push.example' } as PushService, name).subscription;

test('only the services of today’s browsers are sent to, by https, whoever names what', () => {
  for (const fine of [
    'https://fcm.googleapis.com/fcm/send/abc',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://db5p.notify.windows.com/w/?token=abc',
    'https://FCM.googleapis.com:443/abc',
  ])
    expect(serviceOf(fine, knownServices)).not.toBeNull();
  for (const wrong of [
    'http://fcm.googleapis.com/abc',
    'https://fcm.googleapis.com:8443/abc',
    'https://fcm.googleapis.com@127.0.0.1/abc',
    'https://me:secret@fcm.googleapis.com/abc',
    'https://fcm.googleapis.com.example.org/abc',
    'https://evil-push.apple.com.example/abc',
    'https://push.apple.com/abc',
    'https://evilpush.apple.com/abc',
    'https://127.0.0.1/abc',
    'https://[::1]/abc',
    'https://localhost/abc',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/abc',
    'https://2130706433/abc',
    'file:///etc/passwd',
    'not an address',
  ])
    expect([wrong, serviceOf(wrong, knownServices)]).toEqual([wrong, null]);
  expect(serviceOf('https://push.example:8443/abc', ['push.example:8443'])).toBe(
    'push.example:8443',
  );
});

test('N1: a device is kept, shown to its person alone, and let go of by them alone', async () => {
  const all = await company();
  await using stage = all.stage;
  const phone = at('phone');
  await stage.do(all.mentor, 'push.subscribe', phone);
  const mine = await stage.know(all.mentor, 'push.open', {});
  expect(mine.devices).toEqual([
    { id: idOf(phone.endpoint), words: 'Firefox on Linux', since: '2026-03-02T09:00:00.000Z' },
  ]);
  expect(JSON.stringify(mine)).not.toContain(phone.endpoint);
  const deviceId = idOf(phone.endpoint);
  expect(await stage.give(all.mentee, 'push.unsubscribe', { deviceId })).toMatchObject({
    code: 'not-found',
  });
  await stage.do(all.mentor, 'push.unsubscribe', { deviceId });
  expect((await stage.know(all.mentor, 'push.open', {})).devices).toEqual([]);
});

test('other addresses and broken keys are refused', async () => {
  const all = await company();
  await using stage = all.stage;
  const fine = at('phone');
  const give = (change: object) => stage.give(all.mentor, 'push.subscribe', { ...fine, ...change });
  expect(await give({ endpoint: 'https://127.0.0.1/to/phone' })).toMatchObject({
    code: 'push-service',
  });
  const noPoint = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]).toString('base64url');
  for (const change of [{ key: 'AAAA' }, { key: noPoint }, { secret: 'short' }, { endpoint: 'x' }])
    expect(await give(change)).toMatchObject({ code: 'malformed' });
  expect((await stage.know(all.mentor, 'push.open', {})).devices).toEqual([]);
});

test('a browser in which somebody else signs in is told for them alone; of eleven the first gives way', async () => {
  const all = await company();
  await using stage = all.stage;
  const shared = at('shared');
  await stage.do(all.mentor, 'push.subscribe', shared);
  await stage.do(all.mentee, 'push.subscribe', shared);
  const of = async (personId: string) => (await stage.know(personId, 'push.open', {})).devices;
  expect(await of(all.mentor)).toEqual([]);
  expect(await of(all.mentee)).toHaveLength(1);
  for (let n = 0; n < 11; n++) {
    stage.pass({ seconds: 1 });
    await stage.do(all.mentor, 'push.subscribe', at(`number ${String(n)}`));
  }
  const ids = (await of(all.mentor)).map(({ id }) => id);
  expect(ids).toHaveLength(10);
  expect(ids).not.toContain(idOf(at('number 0').endpoint));
});

test('signing out on a device ends what it is told; everywhere, what all are told', async () => {
  const all = await company();
  await using stage = all.stage;
  const subscribe = (sessionId: string, name: string) =>
    stage.core.dispatch.command(
      { personId: all.mentor, sessionId },
      'push.subscribe',
      crypto.randomUUID(),
      at(name),
      stage.now,
    );
  for (const name of ['first', 'second', 'third']) await subscribe(name, name);
  await stage.do(all.mentee, 'push.subscribe', at('theirs'));
  const { store } = stage.core.ledger;
  const left = async () => (await stage.know(all.mentor, 'push.open', {})).devices.length;
  await store.write((tx) => dropDevicesOf(tx, { personId: all.mentor, sessionId: 'second' }));
  expect(await left()).toBe(2);
  await store.write((tx) => dropDevicesOf(tx, { personId: all.mentor }));
  expect(await left()).toBe(0);
  expect((await stage.know(all.mentee, 'push.open', {})).devices).toHaveLength(1);
});
