import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { commands, queries } from '@confab/shared/protocol';
import { createLimits } from '../../src/gateway/limits.ts';
import { Tally } from '../lives/tally.ts';
import { resumed, wire, type Window } from '../gateway/wire.ts';
import { broken, calls, fitting, type WireCall } from './calls.ts';
import { stableCodes } from './codes.ts';
import { dumpOf } from './dump.ts';
import { bondsOf, mayLearn } from './entitled.ts';
import { neighbourhood, type Neighbourhood } from './neighbourhood.ts';

/** `CONFAB_FUZZ=10000` tries more; `CONFAB_SEED` tries one again. */
const asked = process.env['CONFAB_FUZZ'];
const numRuns = Number(asked ?? (inject('postgres') ? 5 : 60));
const seed = Number(process.env['CONFAB_SEED'] ?? (asked ? Date.now() % 2 ** 31 : 1));

vi.setConfig({ testTimeout: 60_000 * numRuns, hookTimeout: 60_000 });

let place: Neighbourhood;
const met = new Tally();

beforeAll(async () => {
  place = await neighbourhood();
});
afterAll(() => {
  place[Symbol.dispose]();
  console.log(`seed ${String(seed)}\n${String(met)}`);
});

const isName = (name: unknown): name is string =>
  typeof name === 'string' && (name in commands || name in queries);

const generous = { points: 1e9, seconds: 1 };

type Raw = { timeout(ms: number): { emitWithAck(...args: unknown[]): Promise<Answered> } };
type Answered = { ok: boolean; code?: string };

/** Sends it as it is, whatever it is. */
const send = (window: Window, { kind, name, commandId, input }: WireCall): Promise<Answered> => {
  const raw = (window as unknown as Raw).timeout(20_000);
  return kind === 'command'
    ? raw.emitWithAck('command', name, commandId, input)
    : raw.emitWithAck('query', name, input);
};

test('B5 P2: whatever is sent, nothing fails, no refusal writes, and nobody learns what is not theirs', async () => {
  const visits = fc.asyncProperty(
    fc.array(calls(place), { minLength: 20, maxLength: 30, size: 'max' }),
    async (given) => {
      await using stage = await place.visit();
      await using net = await wire(stage, createLimits({ command: generous, query: generous }));
      const heard = new Map<string, string[]>();
      const windows = new Map<string, Window>();
      for (const personId of place.people) {
        const window = net.window(personId);
        const told: string[] = [];
        window.onAny((...said) => void told.push(JSON.stringify(said)));
        told.push(JSON.stringify((await resumed(window)).answer));
        heard.set(personId, told);
        windows.set(personId, window);
      }
      const bonds = [await bondsOf(stage)];
      let state = await dumpOf(stage);
      for (const call of given) {
        const answer = await send(windows.get(call.actor) as Window, call);
        const name = isName(call.name) ? call.name : 'another name';
        met.count(`${name} ${answer.ok ? 'ok' : String(answer.code)}`);
        heard.get(call.actor)?.push(JSON.stringify(answer));
        const after = await dumpOf(stage);
        const stable = answer.ok || stableCodes.has(answer.code ?? '');
        const wrote = !answer.ok && after !== state;
        expect({ call, stable, wrote }).toEqual({ call, stable: true, wrote: false });
        if (after !== state) bonds.push(await bondsOf(stage));
        state = after;
      }
      for (const [personId, window] of windows) {
        const last = await send(window, {
          kind: 'query',
          actor: personId,
          name: 'program.list',
          commandId: null,
          input: {},
        });
        heard.get(personId)?.push(JSON.stringify(last));
      }
      expect(stage.failures).toEqual([]);
      for (const [personId, told] of heard) {
        const all = told.join('\n');
        const learnt = place.secrets.filter(
          (one) => all.includes(one.text) && !bonds.some((held) => mayLearn(held, personId, one)),
        );
        expect([personId, learnt]).toEqual([personId, []]);
      }
    },
  );
  // What fits, first: of two of which one is in the other's way, each comes first once.
  const there = fitting(place);
  const examples: [WireCall[]][] = [[there], [there.toReversed()]];
  await fc.assert(visits, { numRuns: numRuns + examples.length, seed, examples });
  expect(there.filter(({ name }) => met.of(`${name} ok`) === 0)).toEqual([]);
});

test('every call answers what no page sends with a code', async () => {
  await using stage = await place.visit();
  await using net = await wire(stage, createLimits({ command: generous, query: generous }));
  const window = net.window(place.admin);
  const codes = new Map<string, WireCall>();
  for (const call of broken(place)) {
    const answer = await send(window, call);
    if (!answer.ok) codes.set(answer.code ?? 'none', call);
  }
  expect([...codes.keys()].filter((code) => !stableCodes.has(code))).toEqual([]);
  expect(stage.failures).toEqual([]);
});
