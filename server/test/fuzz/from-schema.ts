import * as fc from 'fast-check';
import type * as v from 'valibot';
import { words } from './words.ts';

/** What fields are drawn from whose names say more than their types, by type and name. */
export type Known = Record<string, fc.Arbitrary<unknown>>;

/** The parts of valibot's schemas that the protocol is made of. */
interface Shape {
  type: string;
  pipe?: { type: string; requirement?: unknown }[];
  entries?: Record<string, Shape>;
  wrapped?: Shape;
  item?: Shape;
  options?: unknown[];
  literal?: unknown;
}

/** Inputs that pass the schema, or nearly: ids and names are real ones. @throws Error on a kind of schema it does not know */
export const fromSchema = (schema: v.GenericSchema, known: Known): fc.Arbitrary<unknown> =>
  drawn(schema, '', known);

function drawn(shape: Shape, name: string, known: Known): fc.Arbitrary<unknown> {
  const bound = (type: string, otherwise: number) =>
    Number(shape.pipe?.find((one) => one.type === type)?.requirement ?? otherwise);
  const asked = known[`${shape.type} ${name}`];
  if (asked) return asked;
  switch (shape.type) {
    case 'strict_object':
      return fields(shape, known);
    case 'optional':
    case 'exact_optional':
      return fc.option(drawn(shape.wrapped as Shape, name, known), { nil: undefined });
    case 'nullable':
      return fc.option(drawn(shape.wrapped as Shape, name, known), { nil: null });
    case 'string':
      return words(bound('min_length', 0), bound('max_length', 200));
    case 'number':
      return numbers(bound('min_value', -5), bound('max_value', Number.MAX_SAFE_INTEGER));
    case 'boolean':
      return fc.boolean();
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []));
    case 'literal':
      return fc.constant(shape.literal);
    case 'variant':
      return fc.oneof(...(shape.options as Shape[]).map((one) => drawn(one, name, known)));
    case 'array':
      return fc.array(drawn(shape.item as Shape, name, known), {
        maxLength: bound('max_length', 12),
      });
    default:
      throw new Error(`a schema of kind ${shape.type}`);
  }
}

/** Every field there is; those that are optional are left out now and then. */
const fields = ({ entries = {} }: Shape, known: Known) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(entries).map(([key, one]) => [key, drawn(one, key, known)]),
      ),
    )
    .map((record) =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    );

const numbers = (least: number, most: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: Math.max(least, 0), max: Math.min(most, 5) }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(30, 45, 60).filter((one) => one >= least && one <= most),
    },
    { weight: 1, arbitrary: fc.constantFrom(least, most) },
  );
