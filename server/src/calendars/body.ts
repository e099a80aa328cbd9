import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export class TooLarge extends Error {}

const unpacking: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The ways in which a body may come packed. */
export const packings = 'gzip, deflate, br';

/**
 * The body of an answer, unpacked; no more of it is read than fits.
 *
 * @param most bytes
 * @throws TooLarge
 * @throws Error where it breaks off, or is packed otherwise
 */
export async function bodyWithin(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(answer) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new TooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unpacked(answer: IncomingMessage): Readable {
  const packing = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (packing === 'identity' || packing === '') return answer;
  const unpack = unpacking[packing]?.();
  if (!unpack) throw new Error('packed otherwise');
  // Whoever stops reading ends both; what went wrong is thrown where it is read.
  return pipeline(answer, unpack, () => undefined);
}
