import type {
  CommandName,
  CommandValue,
  CommandWire,
  QueryName,
  QueryValue,
  QueryWire,
  Refusal,
} from '@confab/shared/protocol';

/** Refused for the moment only: the line waits and makes the call again by itself. */
type Passing = 'too-many' | 'unavailable';

/** What a call comes back with in the end. */
type Settled<Value> =
  { ok: true; value: Value } | ({ ok: false } & Exclude<Refusal, { code: Passing }>);

export type SettledCode = Exclude<Refusal['code'], Passing>;

/** Asks without changing anything, until there is an answer or the session is over. */
export type Ask = <Name extends QueryName>(
  name: Name,
  input: QueryWire<Name>,
) => Promise<Settled<QueryValue<Name>>>;

/** Changes something, once, however often the connection breaks on the way. @see B5 */
export type Give = <Name extends CommandName>(
  name: Name,
  input: CommandWire<Name>,
  commandId?: string,
) => Promise<Settled<CommandValue<Name>>>;
