/** Bytes that a body may have. */
export const bodyLimit = 64 * 1024;

/** Reads a body as text, but no further than fits. @returns null when it is larger than that */
export async function textWithin(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > bodyLimit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
