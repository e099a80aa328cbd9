import { expect, test } from 'vitest';
import type { Answer } from '@confab/shared/protocol';
import { createDispatch } from '../src/command/dispatch.ts';
import { Stage } from './stage/stage.ts';

const asker = { personId: 'somebody', sessionId: '' };

test('what is worked out later is, once the store is free for others', async () => {
  await using stage = await Stage.open();
  const { ledger } = stage.core;
  const steps: string[] = [];
  const handlers = {
    'hours.mine': () => {
      steps.push('read');
      return Promise.resolve(async (): Promise<Answer<unknown>> => {
        // On one connection this would never come to its turn, were it held still.
        await ledger.store.write(() => Promise.resolve(void steps.push('others')));
        steps.push('worked out');
        return { ok: true, value: { hours: null } };
      });
    },
  };
  const dispatch = createDispatch(ledger, { commands: {}, queries: handlers } as never, {
    settle: () => Promise.resolve(),
    isDue: () => Promise.resolve(false),
  });
  const answer = await dispatch.query(asker, 'hours.mine', {}, stage.now);
  expect(answer).toEqual({ ok: true, value: { hours: null } });
  expect(steps).toEqual(['read', 'others', 'worked out']);
});
