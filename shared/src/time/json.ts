import { fromText, toText } from './text.ts';
import type { Instant } from './temporal.ts';

/** The same shape with every instant as fixed-width text: what crosses wire and storage. */
export type Json<T> = T extends Instant
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** Names of fields that hold instants end so; no other field's name may. */
const holdsInstant = (name: string): boolean => name.endsWith('At') || name.endsWith('By');

const isInstant = (value: object): value is Instant =>
  Object.prototype.toString.call(value) === '[object Temporal.Instant]';

/** Plain data for wire and storage. The inverse of {@link fromJson}. */
export function toJson<T>(value: T): Json<T> {
  return encode(value) as Json<T>;
}

/**
 * The domain value again: text in fields named `…At` or `…By` becomes instants. One that is told
 * several times is made once: a request's start is in its terms and in its offer.
 */
export function fromJson<T>(json: Json<T>): T {
  return decode(json, '', new Map()) as T;
}

function encode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isInstant(value)) return toText(value);
  if (Array.isArray(value)) return value.map(encode);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
}

function decode(value: unknown, key: string, known: Map<string, Instant>): unknown {
  if (typeof value === 'string') return holdsInstant(key) ? instant(value, known) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => decode(item, key, known));
  // Every decision begins with this: written out, it takes two thirds of the time.
  const decoded: Record<string, unknown> = {};
  const named = value as Record<string, unknown>;
  for (const name of Object.keys(named)) decoded[name] = decode(named[name], name, known);
  return decoded;
}

function instant(text: string, known: Map<string, Instant>): Instant {
  let made = known.get(text);
  if (!made) known.set(text, (made = fromText(text)));
  return made;
}
