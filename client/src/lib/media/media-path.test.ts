import type { types } from 'mediasoup-client';
import { expect, test } from 'vitest';
import { MediaPath } from './media-path.ts';

test('a path that closes while it is being opened holds nobody up', async () => {
  const transport = () => ({
    on: () => undefined,
    close: () => undefined,
    // As the library does with a connection that is closed in the midst of it.
    consume: () => new Promise(() => undefined),
  });
  const codecs = [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000 }];
  const path = new MediaPath({
    device: {
      recvRtpCapabilities: { codecs },
      createSendTransport: transport,
      createRecvTransport: transport,
    } as unknown as types.Device,
    link: {} as never,
    pair: { send: { id: 'up' }, receive: { id: 'down' } } as never,
    end: null,
    onHealth: () => undefined,
    onGone: () => undefined,
  });
  const opened = path.open();
  path.close();
  await opened;
  expect(path.alive).toBe(false);
});
