import { createECDH, hkdfSync } from 'node:crypto';
import { importJWK } from 'jose';

/** One less than the order of P-256. */
const last = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550n;

/**
 * The key pair by which push services know this installation, drawn from its secret: several servers
 * with copies of one file have the same, and a file from before needs nothing added. The number is
 * drawn from more bits than the order has, so that none is likelier than another.
 */
export async function pushKeysOf(secret: string) {
  const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'confab: key for push services', 48));
  const number = (BigInt(`0x${drawn.toString('hex')}`) % last) + 1n;
  const own = createECDH('prime256v1');
  own.setPrivateKey(number.toString(16).padStart(64, '0'), 'hex');
  const point = own.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: own.getPrivateKey('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  return {
    privateKey: (await importJWK(jwk, 'ES256')) as CryptoKey,
    publicKey: point.toString('base64url'),
  };
}
