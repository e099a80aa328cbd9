/** Who proves that it has the control key. Each says another text, so that none can be echoed. */
export type Prover = 'server' | 'node';

/** What both have said at random for this one connection. */
export interface Nonces {
  server: string;
  node: string;
}

const text = (prover: Prover, nonces: Nonces): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(['confab-control', prover, nonces.server, nonces.node]));

const keyOf = (controlKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(controlKey),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );

/** Proof of the control key, good for one connection. The key itself never travels. */
export async function prove(controlKey: string, prover: Prover, nonces: Nonces): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await keyOf(controlKey), text(prover, nonces));
  return new Uint8Array(signed).toHex();
}

/** Whether the prover has this key. @param proof as it came, unchecked */
export async function isProof(
  proof: unknown,
  controlKey: string,
  prover: Prover,
  nonces: Nonces,
): Promise<boolean> {
  if (typeof proof !== 'string' || !/^[0-9a-f]{64}$/.test(proof)) return false;
  const key = await keyOf(controlKey);
  return crypto.subtle.verify('HMAC', key, Uint8Array.fromHex(proof), text(prover, nonces));
}
