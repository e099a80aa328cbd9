import {
  defaultMailChoices,
  defaultPushChoices,
  defaultSettings,
  everySession,
} from '@confab/shared';
import {
  protocolVersion,
  type CommandName,
  type CommandWire,
  type QueryName,
  type QueryWire,
} from '@confab/shared/protocol';
import { device, deviceIdOf } from '../stage/device.ts';
import { officeHours } from '../stage/hours.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** By whom, and with what. */
type Fit<Wire> = [actor: string, input: Wire];

const aWeek = { from: '2026-03-02T00:00:00.000Z', until: '2026-03-09T00:00:00.000Z' };
const tomorrow = { date: '2026-03-03', time: '12:00', zone: 'Europe/Helsinki' };
const online = { kind: 'online' as const };

/** For every command somebody who may give it in the neighbourhood, and what is then done. */
export const fittingCommands = ({
  admin,
  who,
  programs,
  session,
  tokens,
  letters,
  calendars,
}: Neighbourhood): { [Name in CommandName]: Fit<CommandWire<Name>> } => {
  const [first = '', second = ''] = programs;
  const { contested, begun, begunElsewhere, asked, askedToo, proposed, accepted, completed } =
    session;
  const [letterId = ''] = letters;
  const [sourceId = ''] = calendars;
  const byMentor = { ...about(asked), version: 1 };
  return {
    'chat.send': [who.farid, { to: who.aino, text: 'Good morning' }],
    'chat.read': [who.aino, { with: who.farid, upTo: 1 }],
    'notice.read': [who.aino, { upTo: 1 }],
    'mail.choose': [who.lea, defaultMailChoices],
    'push.choose': [who.lea, defaultPushChoices],
    'push.subscribe': [who.ben, device],
    'push.unsubscribe': [who.kofi, { deviceId: deviceIdOf(device.endpoint) }],
    'calendar.renew': [who.ben, { token: 'cd'.repeat(32) }],
    'calendar.revoke': [who.ben, {}],
    'booking.request': [
      who.farid,
      {
        programId: first,
        mentorId: who.aino,
        start: tomorrow,
        minutes: 60,
        location: online,
        note: null,
      },
    ],
    'booking.accept': [asked.mentor, byMentor],
    'booking.decline': [askedToo.mentor, { ...about(askedToo), reason: null }],
    'booking.propose': [asked.mentor, { ...byMentor, minutes: 30 }],
    'booking.refuse': [proposed.mentee, { ...about(proposed), version: 2 }],
    'booking.withdraw-proposal': [proposed.mentor, { ...about(proposed), version: 2 }],
    'booking.withdraw': [asked.mentee, about(asked)],
    'booking.cancel': [accepted.mentee, { ...about(accepted), reason: null }],
    'booking.complete': [begun.mentor, { ...about(begun), minutes: 60 }],
    'booking.no-show': [begunElsewhere.mentee, about(begunElsewhere)],
    'booking.undo': [completed.mentor, about(completed)],
    'booking.contest': [completed.mentee, { ...about(completed), reason: 'It was shorter' }],
    'booking.settle': [
      who.maria,
      {
        ...about(contested),
        revision: contested.revision,
        outcome: { kind: 'completed', minutes: 30 },
        reason: 'Both agree',
      },
    ],
    'booking.extend-room': [begunElsewhere.mentor, about(begunElsewhere)],
    'review.write': [completed.mentee, { ...about(completed), rating: 5, text: 'Thank you' }],
    'review.take-back': [contested.mentee, about(contested)],
    'note.keep': [contested.mentee, { ...about(contested), version: 1, text: 'Ask about Kotka' }],
    'person.update': [who.ben, { headline: 'Glad to be here' }],
    'hours.set': [who.juho, { hours: officeHours }],
    'calendar-source.add-address': [
      who.kofi,
      { name: 'Work', address: 'https://calendar.example/a.ics' },
    ],
    'calendar-source.add-file': [who.kofi, { name: 'Work', busy: [29_541_600, 60], leftOut: 0 }],
    'calendar-source.remove': [who.aino, { sourceId }],
    'calendar-source.refresh': [who.aino, { sourceId }],
    'membership.set-availability': [who.juho, { programId: first, availability: 'busy' }],
    'invitation.accept': [who.ben, { token: tokens[0] ?? '' }],
    'program.change-settings': [
      who.maria,
      { programId: first, version: 1, settings: defaultSettings },
    ],
    'admin.retry-mail': [admin, { letterId }],
    'admin.create-program': [admin, { name: 'Another', purpose: '' }],
    'admin.invite': [admin, { programId: first, role: 'mentor', token: 'ab'.repeat(32) }],
    'admin.approve-mentor': [admin, { programId: second, personId: who.sulo }],
    'admin.suspend': [admin, { programId: first, personId: who.kofi }],
    'admin.reinstate': [admin, { programId: first, personId: who.sulo }],
  };
};

/** For every query somebody who is told what they ask. */
export const fittingQueries = ({
  admin,
  who,
  programs,
  session,
}: Neighbourhood): { [Name in QueryName]: Fit<QueryWire<Name>> } => {
  const [programId = ''] = programs;
  const { contested, begun, asked } = session;
  return {
    'live.resume': [who.aino, { protocol: protocolVersion, after: null }],
    'program.list': [who.aino, {}],
    'program.open': [who.lea, { programId }],
    'program.settings': [who.maria, { programId }],
    'mentor.open': [who.lea, { programId, mentorId: who.aino }],
    'chat.history': [who.farid, { with: who.aino, before: 100 }],
    'notice.list': [who.aino, { before: 100 }],
    'person.open': [who.farid, { personId: who.aino }],
    'booking.open': [asked.mentor, about(asked)],
    'booking.list': [who.aino, { shelf: 'pending', before: null }],
    'booking.counts': [who.aino, { filter: everySession }],
    'booking.met': [who.aino, {}],
    'booking.calendar': [who.aino, { ...aWeek, filter: everySession }],
    'booking.review': [
      who.farid,
      { programId, mentorId: who.aino, start: tomorrow, minutes: 60, location: online },
    ],
    'program.cases': [who.maria, { programId, after: null }],
    'program.case': [who.maria, { programId, ...about(contested) }],
    'program.marked': [who.maria, { programId, name: '', before: null }],
    'program.audit': [who.maria, { programId, about: 'everything', name: '', before: null }],
    'review.open': [contested.mentor, about(contested)],
    'review.list': [who.lea, { programId, mentorId: who.aino, before: null }],
    'review.feedback': [who.maria, { programId, before: null }],
    'note.open': [contested.mentee, about(contested)],
    'hours.mine': [who.aino, {}],
    'calendar-source.list': [who.aino, {}],
    'times.open': [who.lea, { programId, mentorId: who.aino, ...aWeek, minutes: 60 }],
    'times.free': [who.lea, { programId, ...aWeek, minutes: 60 }],
    'room.look': [begun.mentee, { roomId: begun.roomId }],
    'room.enter': [begun.mentee, { roomId: begun.roomId }],
    'room.probe': [who.ben, {}],
    'mail.open': [who.ben, {}],
    'push.open': [who.ben, {}],
    'calendar.open': [who.ben, {}],
    'admin.mail': [admin, {}],
    'admin.overview': [admin, {}],
  };
};

const about = ({ bookingId }: { bookingId: string }) => ({ bookingId });
