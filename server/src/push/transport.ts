import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { Transport } from '../outbox/transport.ts';
import { encryptFor } from './encrypt.ts';
import { PushRefused, type Push } from './push.ts';

/** Milliseconds for the whole of an attempt, however slowly the other side goes on. */
const patience = 15_000;
/** Bytes of an answer that are read; none of them is heeded. */
const mostAnswer = 4_096;
/** Milliseconds that a service may ask us to wait at most. */
const longestWait = 3_600_000;

/** Pushes over TLS, one request each. No connection is opened before there is something to push. */
export function pushes(introduce: (endpoint: string) => Promise<string>): Transport<Push> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, maxFreeSockets: 2 });
  return {
    async send(_, push) {
      const body = encryptFor(push, push.payload);
      const headers = {
        Authorization: await introduce(push.endpoint),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(body.byteLength),
        TTL: String(push.lasts),
        Urgency: push.isUrgent ? 'high' : 'normal',
        Topic: push.replaces,
      };
      const { statusCode = 0, headers: answered } = await post(
        push.endpoint,
        { agent, headers },
        body,
      );
      if (statusCode < 200 || statusCode > 299)
        throw new PushRefused(statusCode, waitOf(answered['retry-after']));
    },
    close() {
      agent.destroy();
    },
  };
}

/** @returns the head of the answer; its body is read to its end, or the connection given up */
function post(
  endpoint: string,
  options: { agent: Agent; headers: Record<string, string> },
  body: Buffer,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const signal = AbortSignal.timeout(patience);
  const asking = request(endpoint, { ...options, method: 'POST', signal }, (answer) => {
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= mostAnswer) return;
      answer.destroy();
      resolve(answer);
    });
    answer.once('end', () => {
      resolve(answer);
    });
    answer.once('error', reject);
  });
  asking.once('error', reject);
  asking.end(body);
  return promise;
}

/** Seconds or a date, as services write it. @returns milliseconds */
function waitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), longestWait) : undefined;
}
