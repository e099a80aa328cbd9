import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token in the cookie that names a session, if the library that keeps accounts has signed it
 * there: `token.signature`, HMAC-SHA-256 in base64, percent-encoded. Of several the first counts.
 * @returns null for none, and for one that was forged
 */
export function sessionToken(
  cookies: string | undefined,
  name: string,
  secret: string,
): string | null {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  const signed = value && decoded(value);
  const dot = signed ? signed.lastIndexOf('.') : -1;
  if (!signed || dot < 1) return null;
  const token = signed.slice(0, dot);
  const [shown, right] = [
    Buffer.from(signed.slice(dot + 1), 'base64'),
    createHmac('sha256', secret).update(token).digest(),
  ];
  return shown.length === right.length && timingSafeEqual(shown, right) ? token : null;
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
