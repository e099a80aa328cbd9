import { expect, test, vi } from 'vitest';
import { house } from './house.ts';

const link = `/calendar/${'ab'.repeat(32)}.ics`;

test('N3: a calendar’s address that leads nowhere is not found, however it is written', async () => {
  await using all = await house();
  for (const path of [
    link,
    '/calendar/',
    '/calendar/x.ics',
    '/calendar/..%2fapi.ics',
    '/calendar/a/b',
  ])
    expect((await all.ask(path)).status).toBe(404);
});

test('N3: the secret of a calendar is in no log and no metric', async () => {
  await using all = await house();
  await all.ask(link);
  // It is written down once the answer has gone.
  await vi.waitFor(() => {
    expect(JSON.stringify(all.lines)).toContain('/calendar/…');
  }, 10_000);
  const { body } = await all.ask('/metrics');
  expect(JSON.stringify(all.lines) + body).not.toContain('abab');
});

test('N3: who asks for calendars too often waits', async () => {
  await using all = await house();
  const statuses = new Set<number | undefined>();
  for (let asked = 0; asked < 302; asked++) statuses.add((await all.ask(link)).status);
  expect(statuses).toEqual(new Set([404, 429]));
});

test('answering from a letter: each fault has its code, a status and a sentence', async () => {
  await using all = await house();
  const altered = await all.post('/api/answer', { token: 'x.y.z', says: 'accept' });
  expect(altered.status).toBe(404);
  expect(altered.json()).toMatchObject({
    ok: false,
    code: 'link-altered',
    says: expect.any(String),
  });
  expect((await all.post('/api/answer/look', { token: 'x' })).status).toBe(404);
  // Never by opening an address, nor from elsewhere, nor with anything else.
  expect((await all.ask('/api/answer?token=x&says=accept')).status).toBe(405);
  const foreign = await all.post(
    '/api/answer',
    { token: 'x', says: 'accept' },
    { origin: 'https://elsewhere.example' },
  );
  expect(foreign.status).toBe(403);
  expect((await all.post('/api/answer', { token: 'x', says: 'perhaps' })).json()).toMatchObject({
    code: 'malformed',
  });
});
