import { randomUUID } from 'node:crypto';
import type { Instant } from '@confab/shared';
import type {
  Answer,
  CommandName,
  CommandValue,
  CommandWire,
  QueryName,
  QueryValue,
  QueryWire,
} from '@confab/shared/protocol';
import type { Core } from '../../core.ts';

/** A person's command, the way a window gives it. */
export const give = <Name extends CommandName>(
  core: Core,
  actorId: string,
  [name, input]: readonly [Name, CommandWire<Name>],
  now: Instant,
): Promise<Answer<CommandValue<Name>>> =>
  core.dispatch.command(
    { personId: actorId, sessionId: '' },
    name,
    randomUUID(),
    input,
    now,
  ) as Promise<Answer<CommandValue<Name>>>;

/** A person's question, the way a window asks it. */
export const ask = <Name extends QueryName>(
  core: Core,
  actorId: string,
  [name, input]: readonly [Name, QueryWire<Name>],
  now: Instant,
): Promise<Answer<QueryValue<Name>>> =>
  core.dispatch.query({ personId: actorId, sessionId: 'demo' }, name, input, now) as Promise<
    Answer<QueryValue<Name>>
  >;

/** The answer's value, where the story leaves no room for a no. @throws Error with the refusal */
export function granted<Value>(what: string, answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`The demo's story fails at ${what}: ${JSON.stringify(answer)}`);
  return answer.value;
}
