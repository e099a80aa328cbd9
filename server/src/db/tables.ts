import type { AfterwardsTables } from './tables/afterwards.ts';
import type { BookingTables } from './tables/bookings.ts';
import type { ChatTables } from './tables/chat.ts';
import type { CoreTables } from './tables/core.ts';
import type { PeopleTables } from './tables/people.ts';
import type { RoomTables } from './tables/rooms.ts';
import type { TellingTables } from './tables/telling.ts';
import type { TimesTables } from './tables/times.ts';

/** Instants are fixed-width text (`toText`), documents JSON text, truths 0 or 1. */
export interface Tables
  extends
    PeopleTables,
    CoreTables,
    ChatTables,
    BookingTables,
    RoomTables,
    TimesTables,
    TellingTables,
    AfterwardsTables {}
