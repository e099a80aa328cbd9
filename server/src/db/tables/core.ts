export interface CommandOutcomeTable {
  person_id: string;
  command_id: string;
  payload_hash: string;
  outcome: string;
  decided_at: string;
}

export interface FeedHeadTable {
  person_id: string;
  seq: number;
}

export interface FeedEntryTable {
  person_id: string;
  seq: number;
  kind: string;
  ref: string;
  written_at: string;
}

export interface WakeupTable {
  kind: string;
  ref: string;
  due_at: string;
}

export interface InstallationTable {
  name: string;
  value: string;
}

/** What every feature stands on: commands, feeds, wake-ups. */
export interface CoreTables {
  command_outcome: CommandOutcomeTable;
  feed_head: FeedHeadTable;
  feed_entry: FeedEntryTable;
  wakeup: WakeupTable;
  installation: InstallationTable;
}
