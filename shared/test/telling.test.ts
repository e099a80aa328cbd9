import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarMethod,
  dailyKinds,
  defaultMailChoices,
  defaultPushChoices,
  isBefore,
  isPushed,
  mailTopics,
  nextDigest,
  pushTopics,
  reminderKinds,
  Temporal,
  toldTo,
  topicOf,
  toText,
  type MailTopic,
  type NoticeKind,
} from '../src/index.ts';
import { instantsIn, zones } from './clock-arbitraries.ts';
import { accepted, asked, hours, ines, pending, playOn, utc } from './scene.ts';

test('N1: what one side did is told to the other; what nobody did, to both', () => {
  expect(toldTo('mentor')).toEqual(['mentee']);
  expect(toldTo('mentee')).toEqual(['mentor']);
  expect(toldTo(null)).toEqual(['mentor', 'mentee']);
});

/** What each topic is about, spelled out: a notice that came under another would not be told. */
const kindsOf: Record<MailTopic, NoticeKind[]> = {
  answers: ['requested', 'proposed', 'answer-halfway', 'answer-soon'],
  changes: [
    'accepted',
    'moved',
    'declined',
    'proposal-refused',
    'proposal-withdrawn',
    'proposal-lapsed',
    'withdrawn',
    'expired',
    'cancelled',
  ],
  reminders: ['day-before', 'hour-before', 'room-opens', 'unmarked', 'still-unmarked'],
  afterwards: [
    'completed',
    'marked-no-show',
    'undone',
    'contested',
    'settled',
    'room-extended',
    'reviewed',
  ],
  cases: ['case-contested', 'case-forgotten'],
  messages: [],
  calendar: [],
};

test('N1: what waits for an answer, what changed, what is near and what is over are mailed each by its choice', () => {
  for (const [topic, kinds] of Object.entries(kindsOf))
    expect(kinds.map(topicOf)).toEqual(kinds.map(() => topic));
  expect(reminderKinds).toEqual([...kindsOf.answers.slice(2), ...kindsOf.reminders]);
});

test('N1: what is chosen for everybody can be chosen, and what is urgent does not wait for a day', () => {
  for (const [topic, choice] of Object.entries(defaultMailChoices))
    expect(mailTopics[topic as keyof typeof mailTopics]).toContain(choice);
  for (const topic of ['answers', 'changes', 'reminders', 'calendar'] as const)
    expect(mailTopics[topic]).toEqual(['at-once', 'off']);
  expect(mailTopics.afterwards).toEqual(['at-once', 'daily', 'off']);
  expect(mailTopics.messages).toEqual(['daily', 'off']);
});

test('N1: the letter of a day holds what was chosen for it', () => {
  expect(dailyKinds(defaultMailChoices)).toEqual([...kindsOf.afterwards, ...kindsOf.cases]);
  const marks = { ...defaultMailChoices, cases: 'at-once' } as const;
  expect(dailyKinds(marks)).toEqual(kindsOf.afterwards);
  expect(dailyKinds({ ...marks, afterwards: 'off' })).toEqual([]);
});

test('N1: devices are told what cannot wait; the rest by choice, and entries for calendars never', () => {
  expect(isPushed('requested', defaultPushChoices)).toBe(true);
  expect(isPushed('cancelled', defaultPushChoices)).toBe(true);
  expect(isPushed('room-opens', defaultPushChoices)).toBe(true);
  expect(isPushed('completed', defaultPushChoices)).toBe(false);
  expect(defaultPushChoices.messages).toBe(false);
  expect(isPushed('completed', { ...defaultPushChoices, afterwards: true })).toBe(true);
  expect(isPushed('case-contested', defaultPushChoices)).toBe(true);
  expect(isPushed('case-forgotten', { ...defaultPushChoices, cases: false })).toBe(false);
  expect(isPushed('requested', { ...defaultPushChoices, answers: false })).toBe(false);
  expect(Object.keys(defaultPushChoices)).toEqual(pushTopics);
  expect(pushTopics).not.toContain('calendar');
});

test('N3: agreed and moved sessions are invited to; of cancelled ones, those that were agreed', () => {
  const agreed = accepted();
  expect(calendarMethod('accepted', agreed)).toBe('request');
  expect(calendarMethod('moved', agreed)).toBe('request');
  expect(calendarMethod('requested', pending())).toBeNull();
  expect(calendarMethod('completed', agreed)).toBeNull();
  expect(calendarMethod('cancelled', agreed)).toBeNull();
  const now = hours(asked, 2);
  const cancelled = playOn(agreed, [now, ines, { type: 'cancel', reason: null }]).booking;
  expect(calendarMethod('cancelled', cancelled)).toBe('cancel');
  expect(calendarMethod('proposed', cancelled)).toBeNull();
  const ended = playOn(pending(), [now, { kind: 'system' }, { type: 'end-membership' }]).booking;
  expect(calendarMethod('cancelled', ended)).toBeNull();
});

test('N4: the letter of a day comes at 08:00 where its reader is', () => {
  const next = (now: string, zone: string) => toText(nextDigest(utc(now), zone));
  expect(next('2026-03-02T05:59', 'Europe/Helsinki')).toBe('2026-03-02T06:00:00.000Z');
  expect(next('2026-03-02T06:00', 'Europe/Helsinki')).toBe('2026-03-03T06:00:00.000Z');
  expect(next('2026-03-02T06:00', 'Asia/Tehran')).toBe('2026-03-03T04:30:00.000Z');
});

test('N4: in every zone it comes within two days, at 08:00 unless clocks skip that, and none is left out', () => {
  const given = zones.chain((zone) => fc.tuple(fc.constant(zone), instantsIn(zone)));
  fc.assert(
    fc.property(given, ([zone, now]) => {
      const next = nextDigest(now, zone);
      expect(isBefore(now, next)).toBe(true);
      const local = next.toZonedDateTimeISO(zone);
      const wanted = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: '08:00' });
      expect(Temporal.Instant.compare(wanted.toInstant(), next)).toBe(0);
      // The day before lies behind, or is no day at all where a zone has skipped it.
      const before = local.toPlainDate().subtract({ days: 1 });
      const last = before.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).toInstant();
      expect(isBefore(now, last) && isBefore(last, next)).toBe(false);
    }),
    { numRuns: 400 },
  );
});
