import type {
  Answer,
  CommandInput,
  CommandName,
  CommandValue,
  QueryInput,
  QueryName,
  QueryValue,
} from '@confab/shared/protocol';
import type { QueryContext } from './context.ts';

export type CommandHandler<Name extends CommandName> = (
  context: QueryContext & { commandId: string },
  input: CommandInput<Name>,
) => Promise<Answer<CommandValue<Name>>>;

/** What takes its time to be worked out from what was read: once the store is free again, in turns. */
export type Later<Value> = () => Promise<Answer<Value>>;

export type QueryHandler<Name extends QueryName> = (
  context: QueryContext,
  input: QueryInput<Name>,
) => Promise<Answer<QueryValue<Name>> | Later<QueryValue<Name>>>;

/** Every command and every query has its handler, or this does not compile. */
export type CommandHandlers = { [Name in CommandName]: CommandHandler<Name> };
export type QueryHandlers = { [Name in QueryName]: QueryHandler<Name> };
