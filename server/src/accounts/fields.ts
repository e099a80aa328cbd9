import * as v from 'valibot';
import { line, tongue, zone } from '@confab/shared/protocol';
import { passwordLength } from './auth.ts';

/** Lower case and composed, so that one address is one account however it is typed. */
const email = v.pipe(
  v.string(),
  v.trim(),
  v.normalize('NFC'),
  v.toLowerCase(),
  v.maxLength(254),
  v.regex(/^[\x21-\x7e]+$/),
  v.email(),
);

/** Checked for its length by the rule, not by the shape, so that the refusal can say the rule. */
const newPassword = v.pipe(v.string(), v.maxLength(1024));
const token = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

const newcomer = {
  name: line,
  email,
  password: newPassword,
  zone,
  /** Not said by pages that are older than the choice. */
  tongue: v.optional(tongue),
};

export const signInInput = v.strictObject({
  email,
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
});
export const setupInput = v.strictObject({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  ...newcomer,
});
export const lookInput = v.strictObject({ token });
export const joinInput = v.strictObject({ token, ...newcomer });
export const nothing = v.strictObject({});

export type Newcomer = Pick<v.InferOutput<typeof joinInput>, keyof typeof newcomer>;

/** Why this may not be a password, or null. */
export function faultOfPassword(password: string) {
  const { least, most } = passwordLength;
  if (password.length < least) return { ok: false, code: 'password-short', least } as const;
  if (password.length > most) return { ok: false, code: 'password-long', most } as const;
  return null;
}
