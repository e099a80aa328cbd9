import type {
  Answer,
  CommandName,
  CommandValue,
  CommandWire,
  QueryName,
  QueryValue,
  QueryWire,
} from '@confab/shared/protocol';

/** Asks without changing anything. Rejects only when the connection ends before the answer. */
export type Ask = <Name extends QueryName>(
  name: Name,
  input: QueryWire<Name>,
) => Promise<Answer<QueryValue<Name>>>;

/** Changes something, once, however often the connection breaks on the way. @see B5 */
export type Give = <Name extends CommandName>(
  name: Name,
  input: CommandWire<Name>,
  commandId?: string,
) => Promise<Answer<CommandValue<Name>>>;
