import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { HttpRefusal } from '@confab/shared/protocol';
import { refusalAnswer } from '../refusals.ts';
import { bodyLimit, textWithin } from './body.ts';

export type Asked = Context<{ Bindings: HttpBindings }>;

export function refuse(asked: Asked, refusal: HttpRefusal): Response {
  const { status, headers, body } = refusalAnswer(refusal);
  for (const [name, value] of Object.entries(headers)) asked.header(name, value);
  return asked.body(body, status as 400);
}

/** Grants or refuses, with the cookies that go with it. */
export function answer(
  asked: Asked,
  outcome: { ok: true; value: unknown; cookies: string[] } | ({ ok: false } & HttpRefusal),
): Response {
  if (!outcome.ok) {
    const { ok: _refused, ...refusal } = outcome;
    return refuse(asked, refusal);
  }
  for (const cookie of outcome.cookies) asked.header('Set-Cookie', cookie, { append: true });
  return asked.json({ ok: true, value: outcome.value });
}

/** Reads the body as JSON of a shape. */
export async function bodyOf<Schema extends v.GenericSchema>(
  asked: Asked,
  schema: Schema,
): Promise<{ ok: true; input: v.InferOutput<Schema> } | { ok: false; refused: Response }> {
  const refused = (refusal: HttpRefusal) =>
    ({ ok: false, refused: refuse(asked, refusal) }) as const;
  const malformed = (field: string) => refused({ code: 'malformed', field });
  if (!/^application\/json\s*(;|$)/i.test(asked.req.header('content-type') ?? ''))
    return malformed('content-type');
  const text = await textWithin(asked.req.raw.body);
  if (text === null) return refused({ code: 'too-large', most: bodyLimit });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  if (!read.success) return malformed('');
  const checked = v.safeParse(schema, read.output);
  if (checked.success) return { ok: true, input: checked.output };
  return malformed(v.getDotPath(checked.issues[0]) ?? '');
}
