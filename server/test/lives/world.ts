import type { Location, ProgramSettings } from '@confab/shared';
import type { Availability, MembershipStatus, Role } from '@confab/shared/protocol';
import type { Hours } from './open-hours.ts';

export type Side = 'mentor' | 'mentee';

/** What is offered or agreed; instants are epoch milliseconds throughout the model. */
export interface Terms {
  starts: number;
  ends: number;
  place: Location;
}

export interface Offer extends Terms {
  version: number;
  by: Side;
  made: number;
  zone: string;
  clock: Hours;
  /** Where the clock alone ends. */
  clockEnds: number;
  respondBy: number;
}

/** Who said how it went, and what. */
export interface Mark {
  by: Side | 'manager';
  at: number;
  contested: boolean;
  /** Minutes, or who did not come. */
  says: number | Side;
}

/** A booking as the rules tell it, not as the product keeps it. */
export interface Session {
  id: string;
  programId: string;
  mentorId: string;
  menteeId: string;
  state:
    | 'pending'
    | 'accepted'
    | 'declined'
    | 'expired'
    | 'withdrawn'
    | 'cancelled'
    | 'completed'
    | 'no-show';
  terms: Terms;
  /** The offer that waits for an answer. @see R1 */
  table: Offer | null;
  /** The mentee's own offer that the mentor has answered with another. @see R3 */
  answered: { offer: Offer; left: number } | null;
  version: number;
  margins: { before: number; after: number };
  extension: number;
  roomId: string | null;
  mark: Mark | null;
  /** How much has happened to it. */
  revision: number;
  /** Since when it waits for a manager, and why. @see F2 F5 */
  case: 'contested' | 'forgotten' | null;
  /** When each side wrote its review. @see F6 */
  reviews: { [Of in Side]?: number };
  /** How often each side has kept its private note. */
  notes: { [Of in Side]: number };
}

export interface Person {
  id: string;
  zone: string;
  admin: boolean;
}

export interface Membership {
  role: Role;
  status: MembershipStatus;
  availability: Availability;
}

export interface Program {
  settings: ProgramSettings;
  settingsVersion: number;
  members: Map<string, Membership>;
}

/** What two people have written; a line that nobody caused has no author. @see C1 C5 */
export interface Talk {
  entries: { id: string; author: string | null; text: boolean }[];
  readUpTo: Map<string, number>;
}

/** A notice: in which step it came, what it is about, and whether it still holds. */
export interface Told {
  step: number;
  about: 'booking' | 'review' | 'case';
  holds: () => boolean;
}

/** Everything the rules speak of. */
export interface World {
  now: number;
  /** How many steps were taken: what happens in one of them comes in no certain order. */
  step: number;
  people: Map<string, Person>;
  programs: Map<string, Program>;
  invitations: Map<string, { programId: string; role: Role; expires: number }>;
  talks: Map<string, Talk>;
  sessions: Map<string, Session>;
  /** When those inside a moved room are put out, by booking. @see W4 */
  graces: Map<string, number>;
  /** By person. @see N1 */
  notices: Map<string, { lastNo: number; readUpTo: number; told: readonly Told[] }>;
  /** Whose each calendar is, and whether it has an address. @see A8 */
  calendars: Map<string, { of: string; address: boolean }>;
  /** What is planned, by booking and kind. @see D7 N2 */
  reminders: Map<string, Map<string, number>>;
  /** When what nobody marked is looked at, by booking. @see F5 */
  lookedAt: Map<string, number>;
  /** Whose each device is. @see N1 */
  devices: Map<string, string>;
  /** Every room there ever was. @see B9 */
  rooms: Set<string>;
}

export const newWorld = (now: number): World => ({
  now,
  step: 0,
  people: new Map(),
  programs: new Map(),
  invitations: new Map(),
  talks: new Map(),
  sessions: new Map(),
  graces: new Map(),
  notices: new Map(),
  calendars: new Map(),
  reminders: new Map(),
  lookedAt: new Map(),
  devices: new Map(),
  rooms: new Set(),
});

/** What is said to a call: every reason against it that the rules know, or what follows. */
export interface Ruling<Value> {
  /** Empty: it must be carried out. Else the refusal is one of these. */
  against: string[];
  follows: (value: Value) => void;
}

export const nothing = (): void => undefined;
export const refused = (...against: string[]) => ({ against, follows: nothing });

/** The names of the reasons that hold. */
export function holding(reasons: Record<string, boolean>): string[] {
  const codes: string[] = [];
  for (const code in reasons) if (reasons[code]) codes.push(code);
  return codes;
}
