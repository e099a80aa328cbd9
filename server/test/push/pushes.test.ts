import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { expect, test, vi } from 'vitest';
import { defaultPushChoices, Temporal } from '@confab/shared';
import { pushKeysOf } from '../../src/config/push-keys.ts';
import { transact } from '../../src/command/transact.ts';
import { accepted, company, requested } from '../stage/company.ts';
import { Browser } from './browser.ts';
import { openPushOffice, pushesOf, secret } from './push-office.ts';
import { PushService } from './push-service.ts';

/** People, a real push service, and a sender. */
async function scene(isSignedIn?: Parameters<typeof openPushOffice>[1]) {
  await using owned = new AsyncDisposableStack();
  const all = await company();
  const stage = owned.use(all.stage);
  const service = owned.use(new PushService());
  await service.up();
  stage.pushServices.push(service.host);
  const office = owned.use(await openPushOffice(stage, isSignedIn));
  const device = async (personId: string, name: string) => {
    const browser = new Browser(service, name);
    await stage.do(personId, 'push.subscribe', browser.subscription);
    return browser;
  };
  const everything = owned.move();
  return {
    all,
    stage,
    service,
    office,
    device,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

test('N1 N4: a request is pushed to each of the mentor’s devices, in their zone, readable by them alone', async () => {
  await using place = await scene();
  const { all, service, office, device } = place;
  const phone = await device(all.mentor, 'phone');
  const laptop = await device(all.mentor, 'laptop');
  const mentees = await device(all.mentee, 'mentees');
  const bookingId = await requested(all);
  await office.allGone();
  expect(phone.shown).toEqual([
    {
      id: expect.any(String),
      title: 'Farid asks you for a session',
      body: 'Wednesday 4 March 2026, 12:30–13:30 (Helsinki)',
      path: `/sessions/${bookingId}`,
      about: bookingId,
      language: 'en',
    },
  ]);
  expect(laptop.shown).toHaveLength(1);
  expect(mentees.shown).toEqual([]);
  expect(() => mentees.read(service.taken[0]?.body ?? Buffer.of())).toThrow(
    'unable to authenticate',
  );
  // The answer comes to the mentee.
  await all.stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  await office.allGone();
  expect(mentees.shown.map(({ title }) => title)).toEqual(['Aino accepted']);
});

test('N4: what devices show is in their person’s language, whoever caused it', async () => {
  await using place = await scene();
  const { all, stage, office, device } = place;
  await stage.do(all.mentee, 'person.update', { tongue: 'de' });
  await stage.do(all.mentee, 'push.choose', { ...defaultPushChoices, messages: true });
  const [english, german] = [await device(all.mentor, 'hers'), await device(all.mentee, 'his')];
  const bookingId = await requested(all);
  await office.allGone();
  await stage.do(all.mentor, 'booking.accept', { bookingId, version: 1 });
  await stage.do(all.mentor, 'chat.send', { to: all.mentee, text: 'See you then' });
  await office.allGone();
  const titles = english.shown.map(({ title }) => title);
  expect(titles).toContain('Farid asks you for a session');
  const told = german.shown.map(({ title, body, language }) => [title, body, language]);
  expect(told).toHaveLength(2);
  expect(told).toContainEqual([
    'Aino hat angenommen',
    'Mittwoch, 4. März 2026, 14:00–15:00 Uhr (Teheran)',
    'de',
  ]);
  expect(told).toContainEqual(['Aino hat Ihnen geschrieben', '', 'de']);
});

test('R1 F2: devices tell which of the terms another is proposed of, and how long a session took', async () => {
  await using place = await scene();
  const { all, stage, office, device } = place;
  const phone = await device(all.mentee, 'phone');
  await stage.do(all.mentee, 'push.choose', { ...defaultPushChoices, afterwards: true });
  const bookingId = await accepted(all, '2026-03-02', '14:00');
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 90 });
  await office.allGone();
  stage.pass({ hours: 2 });
  await stage.do(all.mentor, 'booking.complete', { bookingId, minutes: 45 });
  await office.allGone();
  expect(phone.shown.map(({ title, body }) => [title, body])).toEqual([
    ['Aino proposes another duration', 'Monday 2 March 2026, 14:00–15:30 (Tehran)'],
    ['Aino completed your session: 45 min', 'Monday 2 March 2026, 14:00–15:00 (Tehran)'],
  ]);
});

test('a service is told who sends by a signed token, and learns nothing of what or with whom', async () => {
  await using place = await scene();
  const { all, stage, service, office, device } = place;
  await device(all.mentor, 'mentors');
  await device(all.mentee, 'mentees');
  const bookingId = await accepted(all);
  await office.allGone();
  await stage.do(all.mentee, 'booking.cancel', { bookingId, reason: 'Ill' });
  await office.allGone();
  const { publicKey } = await pushKeysOf(secret);
  const topics = new Set<string>();
  for (const { headers } of service.taken) {
    const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(key).toBe(publicKey);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'JWT' });
    const point = Buffer.from(key ?? '', 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
      half.toString('base64url'),
    );
    const { payload } = await jwtVerify(
      token,
      await importJWK({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, 'ES256'),
      { audience: service.origin, currentDate: new Date(stage.now.epochMilliseconds) },
    );
    expect(payload.sub).toBe('mailto:confab@example.org');
    expect((payload.exp ?? 0) * 1_000 - stage.now.epochMilliseconds).toBeLessThan(86_400_000);
    expect(headers['content-encoding']).toBe('aes128gcm');
    expect(headers['topic']).toMatch(/^[\w-]{32}$/);
    expect(headers['topic']).not.toContain(bookingId.slice(0, 8));
    topics.add(String(headers['topic']));
  }
  // The two sides of one session are not to be matched by the services.
  expect([service.taken.length, topics.size]).toEqual([2, 2]);
});

const again = async (all: Awaited<ReturnType<typeof company>>) => ({
  programId: all.programId,
  mentorId: all.mentor,
  start: { date: '2026-03-09', time: '14:00', zone: 'Asia/Tehran' },
  minutes: 60,
  location: { kind: 'online' as const },
  note: 'What I have written to nobody else',
});

test('N2: what was seen in the app, or has gone on since, is pushed to nobody', async () => {
  await using place = await scene();
  const { all, stage, service, office, device } = place;
  await device(all.mentor, 'phone');
  const seen = await requested(all);
  await stage.do(all.mentor, 'notice.read', { upTo: 1 });
  await office.allGone();
  expect(service.taken).toEqual([]);
  await stage.do(all.mentee, 'booking.withdraw', { bookingId: seen });
  const { booking } = await stage.do(all.mentee, 'booking.request', await again(all));
  await stage.do(all.mentee, 'booking.withdraw', { bookingId: booking.id });
  await office.allGone();
  // Of the second request nothing but its end.
  expect(await pushesOf(stage)).toEqual({ dropped: 2, sent: 2 });
});

test('N2: a reminder holds for its own hour, and is worth no more to the service', async () => {
  await using place = await scene();
  const { all, stage, service, office, device } = place;
  const bookingId = await accepted(all);
  await device(all.mentor, 'phone');
  const remind = () =>
    transact(stage.core.ledger, stage.now, (context) =>
      stage.core.wakeups['hour-before'](context, bookingId),
    );
  stage.now = Temporal.Instant.from('2026-03-04T09:30:00Z');
  await remind();
  await office.allGone();
  expect(service.taken.map(({ headers }) => headers)).toMatchObject([
    { ttl: String(3_600 - 6), urgency: 'high' },
  ]);
  // Told late: the hour is over when the service comes back.
  service.mood = 503;
  await remind();
  stage.pass({ seconds: 6 });
  office.wake();
  await vi.waitFor(() => {
    expect(service.asked).toBe(2);
  }, 10_000);
  service.mood = 'takes';
  stage.pass({ hours: 1 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(service.taken).toHaveLength(1);
});

test('N2: a reminder that waited is pushed with no old hour, and to nobody who has answered', async () => {
  await using place = await scene();
  const { all, stage, office, device } = place;
  const phone = await device(all.mentor, 'phone');
  const remind = (kind: 'answer-soon' | 'day-before', bookingId: string) =>
    transact(stage.core.ledger, stage.now, (context) =>
      stage.core.wakeups[kind](context, bookingId),
    );
  const bookingId = await requested(all);
  await office.allGone();
  stage.now = Temporal.Instant.from('2026-03-02T19:01:00Z');
  await remind('answer-soon', bookingId);
  // The same hour, and shorter, before the five seconds are over.
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 1, minutes: 30 });
  await office.allGone();
  stage.now = Temporal.Instant.from('2026-03-03T10:00:00Z');
  await stage.do(all.mentee, 'booking.accept', { bookingId, version: 2 });
  await office.allGone();
  expect(phone.shown.map(({ title }) => title)).toEqual([
    'Farid asks you for a session',
    'Farid accepted',
  ]);
  stage.now = Temporal.Instant.from('2026-03-03T10:31:00Z');
  await remind('day-before', bookingId);
  const start = { date: '2026-03-04', time: '15:30', zone: 'Europe/Helsinki' };
  await stage.do(all.mentor, 'booking.propose', { bookingId, version: 2, start });
  await stage.do(all.mentee, 'booking.accept', { bookingId, version: 3 });
  // By then its own reminder is due, too.
  stage.now = Temporal.Instant.from('2026-03-03T13:31:00Z');
  await remind('day-before', bookingId);
  await office.allGone();
  expect(
    phone.shown
      .slice(2)
      .map(({ title, body }) => `${title}, ${body}`)
      .toSorted(),
  ).toEqual([
    'Farid accepted the new time, Wednesday 4 March 2026, 15:30–16:00 (Helsinki)',
    'Tomorrow you meet Farid, Wednesday 4 March 2026, 15:30–16:00 (Helsinki)',
  ]);
});

test('N1: each is pushed what they have chosen; unread messages only by choice, once, without a word of them', async () => {
  await using place = await scene();
  const { all, stage, office, device } = place;
  const phone = await device(all.mentor, 'phone');
  await stage.do(all.mentor, 'push.choose', { ...defaultPushChoices, answers: false });
  await requested(all);
  await office.allGone();
  expect(phone.shown).toEqual([]);
  await stage.do(all.mentor, 'push.choose', { ...defaultPushChoices, messages: true });
  for (const text of ['One', 'Two', 'The secret'])
    await stage.do(all.mentee, 'chat.send', { to: all.mentor, text });
  await office.allGone();
  expect(phone.shown).toMatchObject([
    { title: 'Farid wrote to you', body: '', path: `/messages/${all.mentee}`, about: 'messages' },
  ]);
  await stage.do(all.mentee, 'chat.send', { to: all.mentor, text: 'Read at once' });
  await stage.do(all.mentor, 'chat.read', { with: all.mentee, upTo: 99 });
  await office.allGone();
  expect(phone.shown).toHaveLength(1);
});

test('a device is told for as long as its sign-in lasts', async () => {
  let signedIn = true;
  await using place = await scene(() => Promise.resolve(signedIn));
  const { all, stage, service, office, device } = place;
  await device(all.mentor, 'phone');
  signedIn = false;
  await requested(all);
  await office.allGone();
  expect(service.taken).toEqual([]);
  expect(await pushesOf(stage)).toEqual({ dropped: 1 });
});

test('P4: of what a suspension ends, a device is told that it has ended, and nothing after', async () => {
  await using place = await scene();
  const { all, stage, office, device } = place;
  const phone = await device(all.mentor, 'phone');
  const bookingId = await accepted(all);
  await office.allGone();
  await stage.do(all.admin, 'admin.suspend', { programId: all.programId, personId: all.mentor });
  stage.now = Temporal.Instant.from('2026-03-04T09:30:00Z');
  await transact(stage.core.ledger, stage.now, (context) =>
    stage.core.wakeups['hour-before'](context, bookingId),
  );
  await office.allGone();
  expect(phone.shown.map(({ title }) => title)).not.toContain('Soon you meet Farid');
});
