/** A letter taken apart, as far as these tests look. */
export interface Read {
  headers: Map<string, string>;
  text: string;
  html: string;
  calendar: string | null;
}

/** Reads a MIME letter, part by part. */
export function readLetter(raw: string): Read {
  const read: Read = { headers: headersOf(raw), text: '', html: '', calendar: null };
  for (const part of partsOf(raw)) {
    const [type = ''] = (part.headers.get('content-type') ?? '').split(';');
    if (type === 'text/plain') read.text = part.body;
    if (type === 'text/html') read.html = part.body;
    if (type === 'text/calendar') read.calendar = part.body;
  }
  return read;
}

function headersOf(raw: string): Map<string, string> {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())];
    }),
  );
}

/** Encoded words of a header. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, said: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(said, 'base64').toString()
        : quoted(said.replaceAll('_', ' ')),
    );

const quoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

function* partsOf(raw: string): Iterable<{ headers: Map<string, string>; body: string }> {
  const headers = headersOf(raw);
  const end = raw.indexOf('\r\n\r\n');
  const body = raw.slice(end + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) {
    const encoding = headers.get('content-transfer-encoding') ?? '7bit';
    const decoded =
      encoding === 'base64'
        ? Buffer.from(body, 'base64').toString()
        : encoding === 'quoted-printable'
          ? quoted(body)
          : body;
    yield { headers, body: decoded };
    return;
  }
  for (const part of body.split(`--${boundary}`).slice(1, -1)) yield* partsOf(part.trimStart());
}
