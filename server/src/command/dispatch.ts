import * as v from 'valibot';
import type { Instant } from '@confab/shared';
import {
  commands,
  queries,
  type Answer,
  type CommandName,
  type QueryName,
} from '@confab/shared/protocol';
import { DamagedRow } from '../db/damage.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import type { CommandContext, Context, QueryContext } from './context.ts';
import {
  leavesSomething,
  type CommandHandlers,
  type Later,
  type QueryHandlers,
  type Traces,
} from './handlers.ts';
import { earlierOutcome, keepOutcome } from './outcome.ts';
import { transact, type Ledger } from './transact.ts';

/** What is to be done before a call is answered, and whether there is anything. @see D6 */
export interface Due {
  /** Holds those a call concerns and does what is due for them. */
  settle(context: Context, actorId: string, input: unknown): Promise<void>;
  /** Is there anything due for those a call concerns? */
  isDue(context: Pick<Context, 'tx' | 'now'>, actorId: string, input: unknown): Promise<boolean>;
}

/** Who asks, by which of their sign-ins. */
export interface Asker {
  personId: string;
  sessionId: string;
}

export interface Dispatch {
  /** @param commandId UUID; the same one always gets the same answer. @see B5 */
  command(
    asker: Asker,
    name: string,
    commandId: string,
    input: unknown,
    now: Instant,
  ): Promise<Answer<unknown>>;
  query(asker: Asker, name: string, input: unknown, now: Instant): Promise<Answer<unknown>>;
}

/** Names come from the wire: they may be anything. */
const isCall = (calls: object, name: unknown): boolean =>
  typeof name === 'string' && Object.hasOwn(calls, name);

const uuid = v.pipe(v.string(), v.uuid());

/** The one way in for people's commands and queries: check, settle, decide, write, push. */
export function createDispatch(
  ledger: Ledger,
  handlers: { commands: CommandHandlers; queries: QueryHandlers; traces: Traces },
  due: Due,
): Dispatch {
  const answered = (actorId: string, answer: Promise<Answer<unknown> | Later<unknown>>) =>
    answer.then(inTheEnd).catch((error: unknown): Answer<never> => {
      if (error instanceof StoreUnavailable) return { ok: false, code: 'unavailable' };
      if (!(error instanceof DamagedRow)) throw error;
      const theirs = error.of?.includes(actorId) ?? true;
      return { ok: false, code: theirs ? 'damaged' : 'not-found' };
    });

  return {
    async command({ personId: actorId, sessionId }, name, commandId, input, now) {
      if (!isCall(commands, name)) return { ok: false, code: 'unknown-call' };
      if (!v.is(uuid, commandId)) return { ok: false, code: 'malformed', field: 'commandId' };
      const known = name as CommandName;
      const parsed = v.safeParse(commands[known].schema, input);
      if (!parsed.success) return malformed(parsed.issues);
      const given = { personId: actorId, commandId, name: known, input: parsed.output };
      const handle = handlers.commands[known] as (
        context: CommandContext & { commandId: string },
        input: unknown,
      ) => Promise<Answer<unknown>>;
      const decided = transact(ledger, now, async (context) => {
        await due.settle(context, actorId, parsed.output);
        const earlier = await earlierOutcome(context.tx, handlers.traces, given);
        if (earlier) return earlier;
        const outcome = await handle({ ...context, actorId, sessionId, commandId }, parsed.output);
        await keepOutcome(context.tx, handlers.traces, given, outcome, now);
        return outcome;
      });
      return answered(actorId, decided);
    },

    async query({ personId: actorId, sessionId }, name, input, now) {
      if (!isCall(queries, name)) return { ok: false, code: 'unknown-call' };
      const known = name as QueryName;
      const parsed = v.safeParse(queries[known].schema, input);
      if (!parsed.success) return malformed(parsed.issues);
      const handle = handlers.queries[known] as (
        context: QueryContext,
        input: unknown,
      ) => Promise<Answer<unknown> | Later<unknown>>;
      // Nearly always nothing is due: then nobody is held for an answer, and nothing is written.
      const looked = () =>
        ledger.store.read(async (tx) =>
          (await due.isDue({ tx, now }, actorId, parsed.output))
            ? null
            : handle({ tx, now, actorId, sessionId }, parsed.output),
        );
      const settled = () =>
        transact(ledger, now, async (context) => {
          await due.settle(context, actorId, parsed.output);
          return handle({ ...context, actorId, sessionId }, parsed.output);
        });
      const found = async () => (known === leavesSomething ? null : await looked()) ?? settled();
      return answered(actorId, found());
    },
  };
}

const inTheEnd = (
  found: Answer<unknown> | Later<unknown>,
): Answer<unknown> | Promise<Answer<unknown>> => (typeof found === 'function' ? found() : found);

function malformed(issues: readonly v.BaseIssue<unknown>[]): Answer<never> {
  const field = issues[0] ? (v.getDotPath(issues[0]) ?? '') : '';
  return { ok: false, code: 'malformed', field };
}
