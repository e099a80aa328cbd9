import type { Tongue } from '@confab/shared';

export interface PersonTable {
  id: string;
  name: string;
  email: string;
  zone: string;
  /** In which they are told things. */
  tongue: Tongue;
  portrait: string | null;
  admin: number;
  headline: string;
  about: string;
  languages: string;
  subjects: string;
  created_at: string;
}

export interface ProgramTable {
  id: string;
  name: string;
  purpose: string;
  settings: string;
  settings_version: number;
  directory_version: number;
  created_at: string;
}

export interface MembershipTable {
  program_id: string;
  person_id: string;
  role: 'mentee' | 'mentor' | 'manager';
  status: 'active' | 'awaiting-approval' | 'suspended' | 'ended';
  availability: 'available' | 'busy' | 'away';
  created_at: string;
}

export interface InvitationTable {
  token_hash: string;
  program_id: string;
  role: 'mentee' | 'mentor' | 'manager';
  created_by: string;
  created_at: string;
  expires_at: string;
  uses: number;
}

/** Who there is, and what they are to each other. */
export interface PeopleTables {
  person: PersonTable;
  program: ProgramTable;
  membership: MembershipTable;
  invitation: InvitationTable;
}
