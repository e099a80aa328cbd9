import { expect, test } from 'vitest';
import { Temporal } from '@confab/shared';
import { describe as inWords } from './describe.ts';
import { wholeDays } from './geometry.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-27T10:00:00Z');
const clock = { opens: '06:00', closes: '22:00', closedDays: [] };
const track = (zone: string) => ({ zone, name: null });

test('B1: where it is another day in the other’s city, the words name it', () => {
  // Sunday 02:20 in Helsinki is Saturday 21:20 in São Paulo.
  const startsAt = at('2026-11-29T00:20:00Z');
  const endsAt = at('2026-11-29T00:50:00Z');
  const range = wholeDays(startsAt, startsAt, 'Europe/Helsinki');
  const tracks = [track('Europe/Helsinki'), track('America/Sao_Paulo')];
  const said = inWords(
    range,
    tracks,
    [
      { kind: 'session', startsAt, endsAt, room: null, look: 'asked' },
      { kind: 'clock', madeAt: now, respondBy: startsAt, zone: 'Europe/Helsinki', clock },
    ],
    now,
  );
  expect(said).toContain(
    'Requested: 02:20–02:50 in Helsinki and Saturday 21:20–21:50 in Sao Paulo.',
  );
  expect(said).toContain(
    'To be answered by Sunday 29 November at 02:20 in Helsinki and Saturday 21:20 in Sao Paulo.',
  );
});

test('B1: on the same day in both cities the day is said once', () => {
  const startsAt = at('2026-11-29T12:00:00Z');
  const endsAt = at('2026-11-29T13:00:00Z');
  const said = inWords(
    wholeDays(startsAt, startsAt, 'Europe/Helsinki'),
    [track('Europe/Helsinki'), track('Asia/Kolkata')],
    [{ kind: 'session', startsAt, endsAt, room: null, look: 'agreed' }],
    now,
  );
  expect(said).toContain('Session: 14:00–15:00 in Helsinki and 17:30–18:30 in Kolkata.');
});
