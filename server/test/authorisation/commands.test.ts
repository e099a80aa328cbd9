import { describe, expect, test } from 'vitest';
import { defaultMailChoices, defaultPushChoices, defaultSettings } from '@confab/shared';
import type { CommandName, CommandWire } from '@confab/shared/protocol';
import { requestFor, type Company } from '../stage/company.ts';
import { settle } from '../stage/cases.ts';
import { device, deviceIdOf } from '../stage/device.ts';
import { officeHours } from '../stage/hours.ts';
import {
  completed,
  contested,
  calendarOf,
  during,
  everyone,
  givenUp,
  kinds,
  ofAccepted,
  ofProposal,
  ofRequest,
  ofRequestVersion,
  reviewed,
  written,
} from './people.ts';
import {
  adminAlone,
  anyone,
  both,
  deciders,
  menteeAlone,
  mentorAlone,
  settlerAlone,
  mentors,
  nobody,
  type Verdicts,
} from './rows.ts';

type Given<Wire> = (all: Company) => Promise<Wire> | Wire;

/**
 * Every command × every kind of person, written by hand: a new command does not compile without
 * its row, and nothing here is derived from the code it tests.
 */
const table: { [Name in CommandName]: [Given<CommandWire<Name>>, Verdicts] } = {
  'chat.send': [
    async (all) => {
      await written(all);
      return { to: all.mentor, text: 'Good morning' };
    },
    {
      ...both,
      mentor: 'not-found',
      fellow: 'ok',
    },
  ],
  'chat.read': [
    async (all) => {
      await written(all);
      return { with: all.mentor, upTo: 1 };
    },
    { ...both, mentor: 'not-found' },
  ],
  'notice.read': [() => ({ upTo: 1 }), anyone],
  'mail.choose': [() => defaultMailChoices, anyone],
  'push.choose': [() => defaultPushChoices, anyone],
  'push.subscribe': [() => device, anyone],
  'push.unsubscribe': [
    async ({ stage, mentor }) => {
      await stage.do(mentor, 'push.subscribe', device);
      return { deviceId: deviceIdOf(device.endpoint) };
    },
    {
      mentee: 'not-found',
      mentor: 'ok',
      fellow: 'not-found',
      colleague: 'not-found',
      manager: 'not-found',
      admin: 'not-found',
      stranger: 'not-found',
      suspended: 'not-found',
    },
  ],
  'calendar.renew': [() => ({ token: 'cd'.repeat(32) }), anyone],
  'calendar.revoke': [() => ({}), anyone],
  'booking.request': [
    async (all) => {
      await written(all);
      return requestFor(all);
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
  'booking.accept': [ofRequestVersion, { ...mentorAlone, mentee: 'not-your-turn' }],
  'booking.decline': [async (all) => ({ ...(await ofRequest(all)), reason: null }), mentorAlone],
  'booking.propose': [
    async (all) => ({ ...(await ofRequestVersion(all)), minutes: 30 }),
    { ...mentorAlone, mentee: 'not-your-turn' },
  ],
  'booking.refuse': [ofProposal, { ...menteeAlone, mentor: 'not-your-turn' }],
  'booking.withdraw-proposal': [ofProposal, { ...mentorAlone, mentee: 'not-your-part' }],
  'booking.withdraw': [ofRequest, menteeAlone],
  'booking.cancel': [async (all) => ({ ...(await ofAccepted(all)), reason: null }), both],
  'booking.complete': [async (all) => ({ ...(await during(all)), minutes: 60 }), mentorAlone],
  'booking.no-show': [during, both],
  'booking.undo': [completed, mentorAlone],
  'booking.contest': [
    async (all) => ({ ...(await completed(all)), reason: 'It was shorter' }),
    menteeAlone,
  ],
  'booking.settle': [async (all) => settle(all, (await contested(all)).bookingId), settlerAlone],
  'booking.extend-room': [during, { ...mentorAlone, mentor: 'no-extension' }],
  'review.write': [async (all) => ({ ...(await completed(all)), rating: 5, text: '' }), both],
  'review.take-back': [reviewed, { ...both, mentor: 'not-found' }],
  'note.keep': [
    async (all) => ({ ...(await ofRequest(all)), version: 0, text: 'Ask about Kotka' }),
    both,
  ],
  'person.update': [() => ({ headline: 'Glad to be here' }), anyone],
  'hours.set': [() => ({ hours: officeHours }), mentors],
  'calendar-source.add-address': [
    () => ({ name: 'Work', address: 'https://calendar.example/a.ics' }),
    mentors,
  ],
  'calendar-source.add-file': [
    () => ({ name: 'Work', busy: [29_541_600, 60], leftOut: 0 }),
    mentors,
  ],
  'calendar-source.remove': [calendarOf, { ...nobody, mentor: 'ok' }],
  'calendar-source.refresh': [calendarOf, { ...nobody, mentor: 'ok' }],
  'membership.set-availability': [
    ({ programId }) => ({ programId, availability: 'busy' }),
    {
      mentee: 'forbidden',
      mentor: 'ok',
      fellow: 'forbidden',
      colleague: 'ok',
      manager: 'forbidden',
      admin: 'not-found',
      stranger: 'not-found',
      suspended: 'forbidden',
    },
  ],
  'invitation.accept': [
    async ({ stage, admin, programId }) => ({
      token: await stage.invite(admin, programId, 'mentee'),
    }),
    anyone,
  ],
  'program.change-settings': [
    ({ programId }) => ({ programId, version: 1, settings: defaultSettings }),
    deciders,
  ],
  'admin.retry-mail': [async (all) => ({ letterId: await givenUp(all) }), adminAlone],
  'admin.create-program': [() => ({ name: 'Another', purpose: '' }), adminAlone],
  'admin.invite': [
    ({ programId }) => ({ programId, role: 'mentor', token: 'ab'.repeat(32) }),
    adminAlone,
  ],
  'admin.approve-mentor': [
    async ({ stage, admin, programId }) => {
      const personId = await stage.person('Nora');
      const token = await stage.invite(admin, programId, 'mentor');
      await stage.do(personId, 'invitation.accept', { token });
      return { programId, personId };
    },
    adminAlone,
  ],
  'admin.suspend': [({ programId, mentor }) => ({ programId, personId: mentor }), adminAlone],
  'admin.reinstate': [
    async ({ stage, admin, programId, mentor }) => {
      await stage.do(admin, 'admin.suspend', { programId, personId: mentor });
      return { programId, personId: mentor };
    },
    adminAlone,
  ],
};

describe('P2: who may give which command', () => {
  for (const [name, [given, verdicts]] of Object.entries(table))
    for (const kind of kinds)
      test(`${name} by ${kind}: ${verdicts[kind]}`, async () => {
        const all = await everyone();
        await using stage = all.stage;
        const input = await Promise.resolve(given(all));
        const answer = await stage.give(all[kind], name as CommandName, input);
        expect(answer.ok ? 'ok' : answer.code).toBe(verdicts[kind]);
      });
});

test('P1 F4: no manager of another program settles, nor one who is one of the two', async () => {
  const all = await everyone();
  await using stage = all.stage;
  const { bookingId } = await contested(all);
  const settled = await settle(all, bookingId);
  const { programId } = await stage.do(all.admin, 'admin.create-program', {
    name: 'Another',
    purpose: '',
  });
  await stage.join(all.admin, programId, all.stranger, 'manager');
  expect(await stage.give(all.stranger, 'booking.settle', settled)).toMatchObject({
    code: 'not-found',
  });
  const contest = { bookingId, reason: 'Not so' };
  expect(await stage.give(all.stranger, 'booking.contest', contest)).toMatchObject({
    code: 'not-found',
  });
  // No command makes a manager of a member; whoever keeps the store may.
  for (const party of [all.mentor, all.mentee]) {
    await stage.db
      .updateTable('membership')
      .set({ role: 'manager' })
      .where('person_id', '=', party)
      .execute();
    expect(await stage.give(party, 'booking.settle', settled)).toMatchObject({ code: 'own-case' });
  }
});
