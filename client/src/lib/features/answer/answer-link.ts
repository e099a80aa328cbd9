import type { AnswerAsked, HttpAnswer } from '@confab/shared/protocol';
import { reasonWords } from '#lib/features/account/door.ts';
import { m } from '#lib/paraglide/messages.js';

type Outcome<Value> = { ok: true; value: Value } | { ok: false; why: string };

async function post<Value>(path: string, body: object): Promise<Outcome<Value>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as HttpAnswer<Value>;
    return answer.ok ? answer : { ok: false, why: why(answer.code) };
  } catch {
    return { ok: false, why: reasonWords('unreachable') };
  }
}

/** What the link asks. Changes nothing. */
export const lookAt = (token: string): Promise<Outcome<AnswerAsked>> =>
  post('/api/answer/look', { token });

/** Answers by the link, once. */
export const answerBy = (token: string, says: 'accept' | 'refuse'): Promise<Outcome<null>> =>
  post('/api/answer', { token, says });

function why(code: Parameters<typeof reasonWords>[0]): string {
  switch (code) {
    case 'link-altered':
    case 'malformed':
      return m.answer_altered();
    case 'link-expired':
      return m.answer_expired();
    case 'link-used':
      return m.answer_used();
    case 'link-overtaken':
      return m.answer_overtaken();
    case 'link-busy':
      return m.answer_busy();
    default:
      return reasonWords(code);
  }
}
