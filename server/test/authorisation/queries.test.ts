import { describe, expect, test } from 'vitest';
import { everySession } from '@confab/shared';
import { protocolVersion, type QueryName, type QueryWire } from '@confab/shared/protocol';
import { requestFor, type Company } from '../stage/company.ts';
import { contested, everyone, kinds, ofRequest, reviewed, room, written } from './people.ts';
import {
  adminAlone,
  anyone,
  both,
  deciders,
  insiders,
  managerAlone,
  type Verdicts,
} from './rows.ts';

type Given<Wire> = (all: Company) => Promise<Wire> | Wire;

const aWeek = { from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' };

/** Every query × every kind of person, written by hand. */
const table: { [Name in QueryName]: [Given<QueryWire<Name>>, Verdicts] } = {
  'live.resume': [() => ({ protocol: protocolVersion, after: null }), anyone],
  'program.list': [() => ({}), anyone],
  'program.open': [({ programId }) => ({ programId }), insiders],
  'program.settings': [({ programId }) => ({ programId }), deciders],
  'mentor.open': [({ programId, mentor }) => ({ programId, mentorId: mentor }), insiders],
  'chat.history': [
    async (all) => {
      await written(all);
      return { with: all.mentor, before: 100 };
    },
    { ...both, mentor: 'not-found' },
  ],
  'notice.list': [() => ({ before: 100 }), anyone],
  'person.open': [({ mentor }) => ({ personId: mentor }), { ...insiders, admin: 'not-found' }],
  'booking.open': [ofRequest, both],
  'booking.list': [() => ({ shelf: 'pending', before: null }), anyone],
  'booking.counts': [() => ({ filter: everySession }), anyone],
  'booking.met': [() => ({}), anyone],
  'booking.calendar': [() => ({ ...aWeek, filter: everySession }), anyone],
  'booking.review': [
    async (all) => {
      await written(all);
      const { programId, mentorId, start, minutes, location } = requestFor(all);
      return { programId, mentorId, start, minutes, location };
    },
    {
      mentee: 'ok',
      mentor: 'self',
      fellow: 'gate',
      colleague: 'not-a-mentee',
      manager: 'not-a-mentee',
      admin: 'not-a-mentee',
      stranger: 'not-a-mentee',
      suspended: 'not-a-mentee',
    },
  ],
  'program.cases': [({ programId }) => ({ programId, after: null }), managerAlone],
  'program.case': [
    async (all) => ({ programId: all.programId, ...(await contested(all)) }),
    managerAlone,
  ],
  'program.marked': [({ programId }) => ({ programId, name: '', before: null }), managerAlone],
  'program.audit': [
    ({ programId }) => ({ programId, about: 'everything', name: '', before: null }),
    deciders,
  ],
  'review.open': [reviewed, both],
  'review.list': [
    ({ programId, mentor }) => ({ programId, mentorId: mentor, before: null }),
    insiders,
  ],
  'review.feedback': [({ programId }) => ({ programId, before: null }), managerAlone],
  'note.open': [ofRequest, both],
  'hours.mine': [() => ({}), anyone],
  'calendar-source.list': [() => ({}), anyone],
  'times.open': [
    ({ programId, mentor }) => ({ programId, mentorId: mentor, ...aWeek, minutes: 60 }),
    insiders,
  ],
  'times.free': [({ programId }) => ({ programId, ...aWeek, minutes: 60 }), insiders],
  'room.look': [room, both],
  'room.enter': [room, both],
  'room.probe': [() => ({}), anyone],
  'mail.open': [() => ({}), anyone],
  'push.open': [() => ({}), anyone],
  'calendar.open': [() => ({}), anyone],
  'admin.mail': [() => ({}), adminAlone],
  'admin.overview': [() => ({}), adminAlone],
};

describe('P2 B9: who may ask what', () => {
  for (const [name, [given, verdicts]] of Object.entries(table))
    for (const kind of kinds)
      test(`${name} by ${kind}: ${verdicts[kind]}`, async () => {
        const all = await everyone();
        await using stage = all.stage;
        const input = await Promise.resolve(given(all));
        const answer = await stage.ask(all[kind], name as QueryName, input);
        expect(answer.ok ? 'ok' : answer.code).toBe(verdicts[kind]);
      });
});
