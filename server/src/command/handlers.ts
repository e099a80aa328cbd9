import type {
  Answer,
  CommandInput,
  CommandName,
  CommandValue,
  QueryInput,
  QueryName,
  QueryValue,
} from '@confab/shared/protocol';
import type { Tx } from '../db/database.ts';
import type { CommandContext, QueryContext } from './context.ts';

export type CommandHandler<Name extends CommandName> = (
  context: CommandContext & { commandId: string },
  input: CommandInput<Name>,
) => Promise<Answer<CommandValue<Name>>>;

/** What takes its time to be worked out from what was read: once the store is free again, in turns. */
export type Later<Value> = () => Promise<Answer<Value>>;

/** A room's place is chosen at its first entry: who asks for that leaves something behind. */
export const leavesSomething = 'room.enter';

export type QueryHandler<Name extends QueryName> = (
  context: Name extends typeof leavesSomething ? CommandContext : QueryContext,
  input: QueryInput<Name>,
) => Promise<Answer<QueryValue<Name>> | Later<QueryValue<Name>>>;

/** Every command and every query has its handler, or this does not compile. */
export type CommandHandlers = { [Name in CommandName]: CommandHandler<Name> };
export type QueryHandlers = { [Name in QueryName]: QueryHandler<Name> };

/**
 * What a command of this person's and of this id left behind, where that says all that was asked, in
 * the order of its schema, and answered: then no outcome is kept beside it. Null where it was never
 * carried out, 'taken' where somebody else gave a command of this id. @see B5
 */
export type Trace<Name extends CommandName> = (
  tx: Tx,
  personId: string,
  commandId: string,
) => Promise<{ input: CommandInput<Name>; value: CommandValue<Name> } | 'taken' | null>;

export type Traces = { readonly [Name in CommandName]?: Trace<Name> };
