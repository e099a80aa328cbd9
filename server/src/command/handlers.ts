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

export type QueryHandler<Name extends QueryName> = (
  context: QueryContext,
  input: QueryInput<Name>,
) => Promise<Answer<QueryValue<Name>>>;

/** Every command and every query has its handler, or this does not compile. */
export type CommandHandlers = { [Name in CommandName]: CommandHandler<Name> };
export type QueryHandlers = { [Name in QueryName]: QueryHandler<Name> };
