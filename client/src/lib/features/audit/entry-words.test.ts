import { defaultSettings, fromText } from '@confab/shared';
import type { AuditEntryView } from '@confab/shared/protocol';
import { expect, test } from 'vitest';
import { changesOf, entrySentence } from './entry-words.ts';

const names: Record<string, string> = {
  maria: 'Maria Sato',
  aino: 'Aino Lehtonen',
  farid: 'Farid Rahimi',
};
const named = (id: string) => names[id] ?? '?';
const kept = { id: 'one', at: '2026-11-25T08:00:00.000Z', actorId: 'maria', reason: null };
const at = { zone: 'Europe/Helsinki', now: fromText('2026-11-28T08:00:00.000Z') };
const told = (entry: AuditEntryView) => [
  entrySentence(entry, named, at),
  ...changesOf(entry, named).map(({ of, before, after }) =>
    [of, `${before} → ${after}`].filter(Boolean).join(': '),
  ),
];

test('F4: a settlement says whose session, in the reader’s zone, and what became what', () => {
  const session = {
    ...kept,
    deed: 'settled' as const,
    bookingId: 'booking',
    mentorId: 'aino',
    menteeId: 'farid',
    startsAt: '2026-11-24T22:30:00.000Z',
    after: {
      bySide: 'manager' as const,
      outcome: { kind: 'no-show' as const, of: 'mentee' as const },
    },
  };
  const hour = { bySide: 'mentor' as const, outcome: { kind: 'completed' as const, minutes: 60 } };
  const sentence =
    'Maria Sato settled the session of Farid Rahimi with Aino Lehtonen on Wednesday 25 November at 00:30.';
  expect(told({ ...session, before: hour, contested: true })).toEqual([
    sentence,
    'Completed, 1 h, contested → Farid did not come',
  ]);
  expect(told({ ...session, before: null, contested: false })).toEqual([
    sentence,
    'Not marked → Farid did not come',
  ]);
});

test('F4: what is decided of members, links and settings is said by name and value', () => {
  const of = { ...kept, personId: 'aino' };
  expect(told({ ...of, deed: 'suspended' })).toEqual([
    'Maria Sato suspended Aino Lehtonen.',
    'Active → Suspended',
  ]);
  expect(told({ ...of, deed: 'reinstated' })[1]).toBe('Suspended → Active');
  expect(told({ ...of, deed: 'approved' })[1]).toBe('Waits for approval → Active');
  expect(told({ ...kept, deed: 'invited', role: 'mentor' })).toEqual([
    'Maria Sato made a link that invites mentors.',
  ]);
  const settings = { ...kept, deed: 'settings-changed' as const, before: defaultSettings };
  expect(told({ ...settings, after: { ...defaultSettings, bookingHorizon: 60 } })).toEqual([
    'Maria Sato changed the settings.',
    'How far ahead a session begins: 180 days → 60 days',
  ]);
  expect(told({ ...settings, after: defaultSettings })).toEqual([
    'Maria Sato saved the settings as they were.',
  ]);
});
