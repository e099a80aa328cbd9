import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createLimits } from '../../src/gateway/limits.ts';
import { company } from '../stage/company.ts';
import { wire, type Window } from './wire.ts';

const fails = (window: Window) =>
  new Promise<Error>((resolve) => {
    window.on('connect_error', resolve);
  });

test('another origin does not get in', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const error = await fails(net.window(all.mentee, { origin: 'https://elsewhere.example' }));
  expect(error.message).toContain('websocket');
});

test('without a session the refusal has a code', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  expect(await fails(net.window(''))).toMatchObject({ data: { code: 'signed-out' } });
});

test.each([
  ['an unknown command', 'booking.steal', {}, { code: 'unknown-call' }],
  ['a name from the prototype', 'constructor', {}, { code: 'unknown-call' }],
  ['no input', 'chat.send', undefined, { code: 'malformed' }],
  ['a wrong type', 'chat.send', { to: 7, text: 'x' }, { code: 'malformed', field: 'to' }],
  [
    'an unknown field',
    'chat.send',
    { to: randomUUID(), text: 'x', as: 'y' },
    { code: 'malformed' },
  ],
  [
    'an empty text',
    'chat.send',
    { to: randomUUID(), text: '   ' },
    { code: 'malformed', field: 'text' },
  ],
  [
    'too long a text',
    'chat.send',
    { to: randomUUID(), text: 'x'.repeat(4001) },
    { code: 'malformed', field: 'text' },
  ],
])('%s is refused with a code; the connection stays', async (_, name, input, expected) => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  const answer = await window.emitWithAck('command', name, randomUUID(), input);
  expect(answer).toMatchObject({ ok: false, ...expected });
  const after = await window.emitWithAck('query', 'program.list', {});
  expect(after.ok).toBe(true);
});

test('a window that resumes with nothing is refused with a code, and no bug is left behind', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  for (const input of [null, undefined, 7])
    expect(await window.emitWithAck('query', 'live.resume', input)).toMatchObject({
      ok: false,
      code: 'malformed',
    });
  expect(stage.failures).toEqual([]);
});

test('a command id that is no UUID is refused', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const answer = await net
    .window(all.mentee)
    .emitWithAck('command', 'chat.send', 'again', { to: all.mentor, text: 'x' });
  expect(answer).toEqual({ ok: false, code: 'malformed', field: 'commandId' });
});

test('an oversized frame ends the connection, and nothing is written', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  const gone = new Promise<string>((resolve) => {
    window.on('disconnect', resolve);
  });
  await window.emitWithAck('query', 'program.list', {});
  window.emit(
    'command',
    'chat.send',
    randomUUID(),
    { to: all.mentor, text: 'x'.repeat(80_000) },
    () => undefined,
  );
  await gone;
  const history = await stage.ask(all.mentee, 'chat.history', { with: all.mentor, before: 9 });
  expect(history).toMatchObject({ ok: false, code: 'not-found' });
});

test('garbage instead of arguments leaves the server standing, and no bug behind', async () => {
  const all = await company();
  await using stage = all.stage;
  await using net = await wire(stage);
  const window = net.window(all.mentee);
  const raw = window as unknown as {
    emit(...args: unknown[]): void;
    emitWithAck(...args: unknown[]): Promise<unknown>;
  };
  raw.emit('command');
  raw.emit('command', null, null, null, 'no function');
  raw.emit('nothing-of-ours', 1);
  for (const name of [{ toString: 1 }, ['program.list'], 7, null, '__proto__'])
    expect(await raw.emitWithAck('query', name, {})).toEqual({ ok: false, code: 'unknown-call' });
  const after = await window.emitWithAck('query', 'program.list', {});
  expect(after.ok).toBe(true);
  expect(stage.failures).toEqual([]);
});

test('too many commands are refused for a while', async () => {
  const all = await company();
  await using stage = all.stage;
  const few = { points: 3, seconds: 20 };
  await using net = await wire(stage, createLimits({ command: few, query: few }));
  const window = net.window(all.mentee);
  const send = () =>
    window.emitWithAck('command', 'chat.send', randomUUID(), { to: all.mentor, text: 'x' });
  for (let n = 0; n < 3; n++) expect((await send()).ok).toBe(true);
  expect(await send()).toMatchObject({ ok: false, code: 'too-many' });
});
