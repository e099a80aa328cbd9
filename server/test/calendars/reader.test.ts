import { expect, test } from 'vitest';
import { openReader } from '../../src/calendars/reader.ts';

const reading = {
  zone: 'Europe/Helsinki',
  within: { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 8, 1) },
};

const calendar = (...lines: string[]) =>
  Buffer.from(
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
      '\r\n',
    ),
  );

const plain = calendar('DTSTART:20260302T100000Z', 'DTEND:20260302T110000Z');
const found = {
  ok: true,
  busy: [{ from: Date.UTC(2026, 2, 2, 10), to: Date.UTC(2026, 2, 2, 11) }],
  leftOut: 0,
};
/** A zone whose clocks change every second: its changes are put in order before anything else. */
const endless = Buffer.from(
  [
    'BEGIN:VCALENDAR',
    'BEGIN:VTIMEZONE',
    'TZID:Restless',
    'BEGIN:STANDARD',
    'DTSTART:20000101T000000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=SECONDLY',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'DTSTART;TZID=Restless:20260302T100000',
    'DURATION:PT1H',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n'),
);

test('A9: calendars are read in a thread, one after the other', async () => {
  await using reader = openReader();
  const all = await Promise.all([1, 2, 3].map(() => reader.read(plain, reading)));
  expect(all).toEqual([found, found, found]);
  expect(await reader.read(Buffer.from('<html>'), reading)).toEqual({
    ok: false,
    fault: 'no-calendar',
  });
});

test('A9: one that takes for ever is given up, and the next is read', async () => {
  await using reader = openReader({ patience: 5_000 });
  const [first, second] = await Promise.all([
    reader.read(endless, reading),
    reader.read(plain, reading),
  ]);
  expect(first).toEqual({ ok: false, fault: 'too-much' });
  expect(second).toEqual(found);
});

test('A9: one that needs more memory than there is for it is given up, and nothing else ends', async () => {
  await using reader = openReader({ memory: 16, patience: 30_000 });
  expect(await reader.read(endless, reading)).toEqual({ ok: false, fault: 'too-much' });
  expect(await reader.read(plain, reading)).toEqual(found);
});
