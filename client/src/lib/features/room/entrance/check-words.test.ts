import { afterEach, expect, test, vi } from 'vitest';
import { capture } from '#lib/media/capture.ts';
import { cameraLine, microphoneLine } from './check-words.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('W2: where the browser hides camera and microphone, it is said why, and what one still can', async () => {
  // What a browser is to a page whose address is neither https nor this machine.
  vi.stubGlobal('navigator', {});
  for (const kind of ['camera', 'microphone'] as const) {
    const captured = await capture(kind, null);
    if (captured.ok) throw new Error('there is a camera');
    const line = (kind === 'camera' ? cameraLine : microphoneLine)(captured.why, 'Aino');
    expect(line).toEqual({
      mark: 'wrong',
      words:
        'Browsers keep them from pages whose address does not begin with https. You can join, see and hear, but not be seen or heard. Whoever runs this Confab can give it a secure address.',
    });
  }
});

test('W2: each outcome of a device has a sentence of its own', () => {
  const states = ['granted', 'off', 'asking', 'denied', 'busy', 'insecure', 'none'] as const;
  for (const lineOf of [cameraLine, microphoneLine])
    expect(new Set(states.map((state) => lineOf(state, 'Aino').words)).size).toBe(states.length);
});
