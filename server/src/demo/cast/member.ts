import type { Hours } from '@confab/shared';
import type { Availability } from '@confab/shared/protocol';
import type { ProgramName } from '../programs.ts';
import type { Timetable } from './timetable.ts';
import type { When } from '../play/when.ts';

/** A person of the demo, as they sign in and as their profile describes them. */
export interface Member {
  name: string;
  /** Seed of a drawn face that could be theirs. */
  portrait: string;
  email: string;
  /** Printed in the console and offered on the sign-in page: it guards nothing but made-up data. */
  password: string;
  zone: string;
  role: 'mentee' | 'mentor' | 'manager' | 'admin';
  headline: string;
  about: string;
  languages: string[];
  subjects: string[];
  /** Where they belong. An admin belongs to the installation. */
  programs: ProgramName[];
  /** When they came, in their own zone. */
  joined: When;
  /** A mentor who still waits for approval. */
  isWaiting?: true;
  /** When a mentor holds sessions, said on the first day; some never say. */
  hours?: Hours;
  /** A mentor's own calendar, brought along as a file. */
  timetable?: Timetable;
  /** A mentor's later change of heart, in every program. */
  availability?: { since: When; is: Availability };
}
