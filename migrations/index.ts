import { accounts } from './0001-accounts.ts';
import { programs } from './0002-programs.ts';
import { commands } from './0003-commands.ts';
import { chat } from './0004-chat.ts';
import { bookings } from './0005-bookings.ts';
import { roomEpochs } from './0006-room-epochs.ts';
import { roomPlaces } from './0007-room-places.ts';
import { whatIsNear } from './0008-what-is-near.ts';
import { hours } from './0010-hours.ts';
import { mentorAnswers } from './0011-mentor-answers.ts';
import { notices } from './0015-notices.ts';
import { mail } from './0016-mail.ts';
import { calendarLinks } from './0017-calendar-links.ts';
import { usedLinks } from './0018-used-links.ts';
import { byKey } from './0020-by-key.ts';
import { bookingPairs } from './0021-booking-pairs.ts';
import { settingsVersion } from './0022-settings-version.ts';
import { cases } from './0023-cases.ts';
import { reviews } from './0025-reviews.ts';
import { privateNotes } from './0026-private-notes.ts';
import { ownSessions } from './0027-own-sessions.ts';
import { busyTimes } from './0029-busy-times.ts';
import { push } from './0031-push.ts';
import { notesByPerson } from './0032-notes-by-person.ts';
import { auditLog } from './0033-audit-log.ts';
import { sealedAddresses } from './0034-sealed-addresses.ts';
import { tongue } from './0035-tongue.ts';
import { feedsWithoutAges } from './0036-feeds-without-ages.ts';
import { outcomesApart } from './0037-outcomes-apart.ts';
import { whatChanges } from './0038-what-changes.ts';
import type { Migration } from './table.ts';

export type { Dialect, Migration } from './table.ts';

/** Every migration, in order; a name never changes once it has landed. */
export const migrations: Record<string, Migration> = {
  '0001-accounts': accounts,
  '0002-programs': programs,
  '0003-commands': commands,
  '0004-chat': chat,
  '0005-bookings': bookings,
  '0006-room-epochs': roomEpochs,
  '0007-room-places': roomPlaces,
  '0008-what-is-near': whatIsNear,
  '0010-hours': hours,
  '0011-mentor-answers': mentorAnswers,
  '0015-notices': notices,
  '0016-mail': mail,
  '0017-calendar-links': calendarLinks,
  '0018-used-links': usedLinks,
  '0020-by-key': byKey,
  '0021-booking-pairs': bookingPairs,
  '0022-settings-version': settingsVersion,
  '0023-cases': cases,
  '0025-reviews': reviews,
  '0026-private-notes': privateNotes,
  '0027-own-sessions': ownSessions,
  '0029-busy-times': busyTimes,
  '0031-push': push,
  '0032-notes-by-person': notesByPerson,
  '0033-audit-log': auditLog,
  '0034-sealed-addresses': sealedAddresses,
  '0035-tongue': tongue,
  '0036-feeds-without-ages': feedsWithoutAges,
  '0037-outcomes-apart': outcomesApart,
  '0038-what-changes': whatChanges,
};
