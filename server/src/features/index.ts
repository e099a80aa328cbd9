import type { CommandHandlers, QueryHandlers, Traces } from '../command/handlers.ts';
import type { Reactions } from '../command/context.ts';
import type { Seal } from '../db/seal.ts';
import type { GrantSigner, Media } from '../ports/media.ts';
import type { WakeupHandlers } from '../wakeup/kinds.ts';
import { auditReactions } from './audit/reactions.ts';
import { auditReads } from './audit/reads.ts';
import { bookingCommands } from './bookings/commands.ts';
import { settleClosing, settleDeadline } from './bookings/due.ts';
import { bookingReactions } from './bookings/reactions.ts';
import { bookingReads } from './bookings/reads.ts';
import { busyCommands } from './busy/commands.ts';
import { busyReactions } from './busy/reactions.ts';
import { busyReads } from './busy/reads.ts';
import { sessionsReads } from './bookings/sessions-reads.ts';
import { calendarCommands } from './calendar/commands.ts';
import { calendarReads } from './calendar/reads.ts';
import { openForgotten } from './cases/forgotten.ts';
import { caseReactions } from './cases/reactions.ts';
import { caseReads } from './cases/reads.ts';
import { chatCommands } from './chat/commands.ts';
import { chatReactions } from './chat/reactions.ts';
import { chatReads } from './chat/reads.ts';
import { sentBefore } from './chat/sent-before.ts';
import { hoursCommands } from './hours/commands.ts';
import { hoursReads } from './hours/reads.ts';
import { liveReads } from './live/reads.ts';
import { mailCommands } from './mail/commands.ts';
import { sendDigest } from './mail/digest.ts';
import { mailReactions, type WakeSender } from './mail/reactions.ts';
import { mailReads } from './mail/reads.ts';
import { noteCommands } from './notes/commands.ts';
import { noteReads } from './notes/reads.ts';
import { noticeCommands } from './notices/commands.ts';
import { noticeReactions } from './notices/reactions.ts';
import { noticeReads } from './notices/reads.ts';
import { reminderWakeups } from './notices/reminders.ts';
import { peopleCommands } from './people/commands.ts';
import { peopleReads } from './people/reads.ts';
import { programCommands } from './programs/commands.ts';
import { programReactions } from './programs/reactions.ts';
import { programReads } from './programs/reads.ts';
import { pushCommands } from './push/commands.ts';
import type { Pushing } from './push/desk.ts';
import { pushReactions } from './push/reactions.ts';
import { pushReads } from './push/reads.ts';
import { reviewCommands } from './reviews/commands.ts';
import { reviewReactions } from './reviews/reactions.ts';
import { reviewReads } from './reviews/reads.ts';
import { endGrace } from './rooms/grace.ts';
import { roomReactions } from './rooms/reactions.ts';
import { roomReads } from './rooms/reads.ts';

export interface Features {
  commands: CommandHandlers;
  queries: QueryHandlers;
  traces: Traces;
  reactions: readonly Reactions[];
  wakeups: Omit<WakeupHandlers, 'trim'>;
}

/**
 * Every feature's part, put together once.
 * @param wakeSender null where no mail is sent
 * @param pushing null where nothing is pushed
 */
export function createFeatures(
  media: Media,
  signer: GrantSigner,
  seal: Seal,
  wakeSender: WakeSender | null,
  pushing: Pushing | null,
): Features {
  return {
    commands: {
      ...chatCommands,
      ...bookingCommands,
      ...hoursCommands,
      ...busyCommands(seal),
      ...calendarCommands,
      ...mailCommands(wakeSender),
      ...noteCommands,
      ...noticeCommands,
      ...peopleCommands,
      ...programCommands,
      ...pushCommands(pushing),
      ...reviewCommands,
    },
    queries: {
      ...liveReads,
      ...programReads,
      ...peopleReads,
      ...chatReads,
      ...bookingReads,
      ...caseReads,
      ...auditReads,
      ...sessionsReads,
      ...hoursReads,
      ...busyReads,
      ...calendarReads,
      ...mailReads(wakeSender !== null),
      ...noteReads,
      ...noticeReads,
      ...pushReads(pushing),
      ...reviewReads,
      ...roomReads(media, signer),
    },
    traces: { 'chat.send': sentBefore },
    reactions: [
      bookingReactions,
      caseReactions,
      auditReactions,
      busyReactions,
      reviewReactions,
      roomReactions(media),
      chatReactions,
      noticeReactions,
      programReactions,
      ...(wakeSender ? [mailReactions(wakeSender)] : []),
      ...(pushing ? [pushReactions(pushing)] : []),
    ],
    wakeups: {
      deadline: settleDeadline,
      closing: settleClosing,
      forgotten: openForgotten,
      'room-grace': endGrace(media),
      ...reminderWakeups,
      digest: wakeSender ? sendDigest(wakeSender) : () => Promise.resolve(),
    },
  };
}
