import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  decide,
  defaultResponseClock,
  defaultRoomMargins,
  defaultSettings,
  overlaps,
  responseDeadline,
  roomPhase,
  roomWindow,
  Temporal,
  type BookingFacts,
} from '@confab/shared';
import { describe, expect, test } from 'vitest';
import { checkout } from './setup/checkout.mjs';

// Other tools rely on these names, and on finding them by the package's name.
describe('from outside of the packages', () => {
  test.each(['.', 'scripts', 'migrations'])('@confab/shared is found in %s', (folder) => {
    const names = ['responseDeadline', 'roomWindow', 'roomPhase', 'overlaps', 'decide'];
    const asks = `const found = await import('@confab/shared');
      console.log(${JSON.stringify(names)}.map((name) => typeof found[name]).join());`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', asks], {
      cwd: join(checkout, folder),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split(',')).toEqual(names.map(() => 'function'));
  });

  const at = (text: string) => Temporal.Instant.from(text);
  const requestedAt = at('2026-06-01T10:01Z');
  const startsAt = at('2026-06-04T09:00Z');
  const endsAt = startsAt.add({ minutes: 60 });

  test('D5: the time to answer, in a zone, with the usual clock', () => {
    const clock = defaultResponseClock;
    const deadline = responseDeadline({ requestedAt, zone: 'UTC', startsAt, clock });
    expect(String(deadline)).toBe('2026-06-02T06:01:00Z');
  });

  test('W1: a room, with the usual margins', () => {
    const room = roomWindow({ startsAt, endsAt, margins: defaultRoomMargins });
    expect([room.opensAt, room.closesAt].map(String)).toEqual([
      '2026-06-04T08:30:00Z',
      '2026-06-04T10:30:00Z',
    ]);
    const phases = [requestedAt, startsAt, room.closesAt].map((now) => roomPhase({ ...room, now }));
    expect(phases).toEqual(['before', 'open', 'after']);
  });

  test('B6: back to back is not over one another', () => {
    const hour = { startsAt, endsAt };
    expect(overlaps(hour, { startsAt: endsAt, endsAt: endsAt.add({ minutes: 30 }) })).toBe(false);
    expect(overlaps(hour, { startsAt: requestedAt, endsAt: startsAt.add({ minutes: 1 }) })).toBe(
      true,
    );
  });

  test('B4 D4: a request is decided, then its acceptance, and one that comes at the deadline', () => {
    const facts: BookingFacts = {
      settings: defaultSettings,
      actorRole: null,
      mentor: { zone: 'UTC', role: 'mentor', held: [], availability: 'available' },
      mentee: { zone: 'UTC', role: 'mentee', held: [] },
      gatePassed: true,
      acquainted: true,
      pendingBetween: [],
      nextStartsAt: null,
      fresh: { bookingId: 'booking', roomId: 'room' },
    };
    const by = (id: string, now: Temporal.Instant) => {
      const actor = { kind: 'person', id } as const;
      return { now, actor, facts };
    };
    const asked = decide(
      null,
      {
        type: 'request',
        programId: 'program',
        mentorId: 'mentor',
        start: { date: '2026-06-04', time: '09:00', zone: 'UTC' },
        minutes: 60,
        location: { kind: 'online' },
        note: null,
      },
      by('mentee', requestedAt),
    );
    if (!asked.ok) throw new Error(asked.code);
    const accept = { type: 'accept', version: 1 } as const;
    const accepted = decide(asked.booking, accept, by('mentor', requestedAt));
    expect(accepted.ok && accepted.booking.state).toBe('accepted');
    const late = decide(asked.booking, accept, by('mentor', at('2026-06-02T06:01Z')));
    expect(late).toMatchObject({ ok: false, code: 'too-late' });
  });
});
