import * as v from 'valibot';
import { longestAddress } from '../busy/index.ts';
import { call, type InputOf, type ValueOf, type WireOf } from './call.ts';
import {
  availability,
  count,
  deviceId,
  hours,
  id,
  line,
  lineOrNone,
  localMoment,
  location,
  mailChoices,
  messageText,
  minutes,
  outcome,
  packedBusy,
  noteText,
  paragraph,
  portrait,
  pushChoices,
  pushSubscription,
  rating,
  reason,
  reasonGiven,
  role,
  secretToken,
  tongue,
  whole,
  zone,
} from './fields.ts';
import { programSettings } from './program-settings.ts';
import type { BookingView, DecidedSettings } from './views.ts';

const booking = { bookingId: id };

/** Everything that changes something. Each travels with a `commandId`. @see B5 */
export const commands = {
  /** The message's id is the command's. */
  'chat.send': call(v.strictObject({ to: id, text: messageText }))<{ id: string; seq: number }>(),
  'chat.read': call(v.strictObject({ with: id, upTo: count }))<null>(),

  /** Everything up to this number has been seen. @see N1 */
  'notice.read': call(v.strictObject({ upTo: count }))<null>(),

  'booking.request': call(
    v.strictObject({
      programId: id,
      mentorId: id,
      start: localMoment,
      minutes,
      location,
      note: v.nullable(paragraph),
    }),
  )<BookingView>(),
  'booking.accept': call(v.strictObject({ ...booking, version: whole }))<BookingView>(),
  'booking.decline': call(v.strictObject({ ...booking, reason }))<BookingView>(),
  'booking.propose': call(
    v.strictObject({
      ...booking,
      version: whole,
      start: v.optional(localMoment),
      minutes: v.optional(minutes),
      location: v.optional(location),
    }),
  )<BookingView>(),
  'booking.refuse': call(v.strictObject({ ...booking, version: whole }))<BookingView>(),
  'booking.withdraw-proposal': call(v.strictObject({ ...booking, version: whole }))<BookingView>(),
  'booking.withdraw': call(v.strictObject(booking))<BookingView>(),
  'booking.cancel': call(v.strictObject({ ...booking, reason }))<BookingView>(),
  'booking.complete': call(v.strictObject({ ...booking, minutes }))<BookingView>(),
  'booking.no-show': call(v.strictObject(booking))<BookingView>(),
  'booking.undo': call(v.strictObject(booking))<BookingView>(),
  'booking.contest': call(v.strictObject({ ...booking, reason: reasonGiven }))<BookingView>(),
  /** By a manager, who sees of the session only what a case shows, at this revision. @see P1 B5 F4 F5 */
  'booking.settle': call(
    v.strictObject({ ...booking, revision: count, outcome, reason: v.nullable(reasonGiven) }),
  )<null>(),
  'booking.extend-room': call(v.strictObject(booking))<BookingView>(),

  /** A review of the other, new or changed; once per person and booking. @see F6 */
  'review.write': call(v.strictObject({ ...booking, rating, text: paragraph }))<null>(),
  'review.take-back': call(v.strictObject(booking))<null>(),
  /** The caller's own note, by who saw this version of it; 0: none yet. */
  'note.keep': call(v.strictObject({ ...booking, version: count, text: noteText }))<{
    version: number;
  }>(),

  'person.update': call(
    v.strictObject({
      name: v.optional(line),
      zone: v.optional(zone),
      tongue: v.optional(tongue),
      portrait: v.optional(portrait),
      headline: v.optional(lineOrNone),
      about: v.optional(paragraph),
      languages: v.optional(v.pipe(v.array(line), v.maxLength(12))),
      subjects: v.optional(v.pipe(v.array(line), v.maxLength(12))),
    }),
  )<null>(),
  /** The whole of a mentor's hours; null: none are set. @see A1 */
  'hours.set': call(v.strictObject({ hours: v.nullable(hours) }))<null>(),
  /** A calendar that is read again and again; its address is never shown again. @see A8 */
  'calendar-source.add-address': call(
    v.strictObject({ name: line, address: v.pipe(v.string(), v.maxLength(longestAddress)) }),
  )<{ sourceId: string }>(),
  /** When a file says that one is busy, as `packBusy` puts it: the file itself stays where it is. */
  'calendar-source.add-file': call(
    v.strictObject({ name: line, busy: packedBusy, leftOut: count }),
  )<{
    sourceId: string;
  }>(),
  'calendar-source.remove': call(v.strictObject({ sourceId: id }))<null>(),
  /** Reads it now, not when its turn comes. */
  'calendar-source.refresh': call(v.strictObject({ sourceId: id }))<null>(),
  'membership.set-availability': call(v.strictObject({ programId: id, availability }))<null>(),
  'invitation.accept': call(v.strictObject({ token: v.pipe(v.string(), v.maxLength(64)) }))<{
    programId: string;
  }>(),

  /** All settings at once, by who saw this version of them. */
  'program.change-settings': call(
    v.strictObject({ programId: id, version: count, settings: programSettings }),
  )<DecidedSettings>(),

  /** What the caller is mailed about. @see N1 */
  'mail.choose': call(mailChoices)<null>(),
  /** What the caller's devices are told of. @see N1 */
  'push.choose': call(pushChoices)<null>(),
  /** This device is told from now on, for as long as its sign-in lasts. `words`: what it is called. */
  'push.subscribe': call(v.strictObject({ ...pushSubscription.entries, words: line }))<null>(),
  'push.unsubscribe': call(v.strictObject({ deviceId }))<null>(),
  /** A new address for the caller's private calendar; the one before it ends. @see N3 */
  'calendar.renew': call(v.strictObject({ token: secretToken }))<null>(),
  'calendar.revoke': call(v.strictObject({}))<null>(),

  'admin.create-program': call(v.strictObject({ name: line, purpose: paragraph }))<{
    programId: string;
  }>(),
  'admin.invite': call(v.strictObject({ programId: id, role, token: secretToken }))<null>(),
  'admin.approve-mentor': call(v.strictObject({ programId: id, personId: id }))<null>(),
  'admin.suspend': call(v.strictObject({ programId: id, personId: id }))<null>(),
  'admin.reinstate': call(v.strictObject({ programId: id, personId: id }))<null>(),
  /** Sends a letter again that was given up. */
  'admin.retry-mail': call(v.strictObject({ letterId: id }))<null>(),
};

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = InputOf<Commands[Name]>;
export type CommandWire<Name extends CommandName> = WireOf<Commands[Name]>;
export type CommandValue<Name extends CommandName> = ValueOf<Commands[Name]>;
