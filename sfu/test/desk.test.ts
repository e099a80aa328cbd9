import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { controlPath, controlProtocol, prove, toText } from '@confab/shared';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import type { MediaNode } from '../src/node.ts';
import { ControlDesk } from '../src/station/desk.ts';
import { ToldClock } from '../src/station/told-clock.ts';
import { now } from './stage.ts';
import { until } from './until.ts';

const controlKey = 'k'.repeat(43);

test('a server whose line breaks in the very moment of its greeting does not count as there', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const served: boolean[] = [];
  const nothing = () => undefined;
  const node = {
    set served(is: boolean) {
      served.push(is);
    },
    onStatus: nothing,
    onAttendance: nothing,
    onSeating: nothing,
  } as unknown as MediaNode;
  let greetings = 0;
  const clock = new ToldClock(now);
  clock.tell = () => {
    greetings += 1;
    desk.close();
  };
  const log = { info: nothing, warn: nothing, error: nothing };
  const desk = new ControlDesk({ http, node, controlKey, clock, welcome: nothing, log });

  const nonce = 'n'.repeat(48);
  const socket = io(`http://127.0.0.1:${String((http.address() as AddressInfo).port)}`, {
    path: controlPath,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: controlProtocol, nonce },
  });
  socket.on('challenge', (theirs: string, _proof: string, answer: (proof: string) => void) => {
    void prove(controlKey, 'server', { server: nonce, node: theirs }).then(answer);
  });
  socket.on('trusted', () => {
    socket.emit('order', 'greet', { now: toText(now()), origins: [] }, nothing);
  });
  await until(() => greetings === 1);
  await turn();
  await turn();
  expect(served).toEqual([]);
  socket.disconnect();
  http.close();
});
