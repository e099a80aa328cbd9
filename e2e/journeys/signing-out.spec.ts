import type { Page } from '@playwright/test';
import { requested } from '../stage/agreed.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

const writeTo = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `Message to ${name}` });

test('what was begun and not sent goes with who signs out, in every tab', async ({
  server,
  all,
  open,
}) => {
  await requested(all, inThreeDays(server.now, all.mentee.signIn.zone));
  const words = 'Only for my own eyes so far.';
  const conversation = `/messages/${all.mentorId}`;
  const request = `/programs/${all.programId}/mentors/${all.mentorId}/request`;
  const first = await open(all.mentee, conversation);
  await writeTo(first, 'Aino').fill(words);
  const second = await first.context().newPage();
  await second.goto(server.origin + request);
  await second.getByRole('textbox', { name: /note/i }).fill(words);
  await second.reload();
  await expect(second.getByRole('textbox', { name: /note/i })).toHaveValue(words);

  await first.goto(`${server.origin}/me`);
  await first.goto(server.origin + conversation);
  await expect(writeTo(first, 'Aino')).toHaveValue(words);
  await first.goto(`${server.origin}/me`);
  await first.getByRole('button', { name: 'Sign out', exact: true }).click();

  for (const page of [first, second]) {
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    const left = () =>
      page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map(Object.entries)));
    await expect.poll(left).not.toContain(words);
  }
});
