import * as v from 'valibot';

/**
 * What the file holds by which media nodes know their server, `media-keys.json`: the key that both
 * prove to have, and the public halves of those that sign grants. The server writes it, nodes read it.
 */
export const mediaKeys = v.object({
  control: v.pipe(v.string(), v.minLength(43)),
  grants: v.pipe(
    v.array(v.object({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: v.string() })),
    v.minLength(1),
  ),
});
export type MediaKeys = v.InferOutput<typeof mediaKeys>;
