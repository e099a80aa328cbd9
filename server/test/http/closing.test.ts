import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { house } from './house.ts';

test('closing lets a running request end, and then nobody answers on either address', async () => {
  await using confab = await house();
  const { port, http, origin } = confab;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const begun = once(http.server, 'request');
  socket.write(
    `POST /api/sign-out HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n',
  );
  await begun;
  const closed = http.close();
  socket.write('{}');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 [\s\S]+{"ok":true,"value":null}/);
  await closed;
  for (const host of ['127.0.0.1', '::1']) {
    const late = connect(port, host);
    await expect(once(late, 'connect')).rejects.toThrow('ECONNREFUSED');
  }
  await http.close();
});
