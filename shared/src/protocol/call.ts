import type * as v from 'valibot';

/** A call's input schema together with the type of its answer's value. */
export interface Call<Schema extends v.GenericSchema, Value> {
  schema: Schema;
  /** Carries the type only; never present. */
  readonly value?: Value;
}

/** Declares a call: `call(schema)<Value>()`. One place gives wire type, parsed type and handler. */
export const call =
  <const Schema extends v.GenericSchema>(schema: Schema) =>
  <Value>(): Call<Schema, Value> => ({ schema });

export type InputOf<C> = C extends Call<infer Schema, unknown> ? v.InferOutput<Schema> : never;
export type WireOf<C> = C extends Call<infer Schema, unknown> ? v.InferInput<Schema> : never;
export type ValueOf<C> = C extends Call<v.GenericSchema, infer Value> ? Value : never;
