import { readBy } from '../../server/test/mail/mail-server.ts';
import { requested } from '../stage/agreed.ts';
import { isSound } from '../stage/axe.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { test } from '../stage/mailed.ts';
import { expect } from '../stage/test.ts';

test('N1: a letter refused for good comes to the admin’s list, is sent again by them, and goes from it', async ({
  server,
  all,
  open,
  post,
}) => {
  const admin = await open(all.admin, '/admin');
  const none = admin.getByText('No letter had to be given up. 0 wait to be sent.');
  const again = admin.getByRole('button', { name: 'Send again to Aino' });
  await expect(none).toBeVisible();

  await test.step('the mail server refuses it; the page that is open shows so', async () => {
    post.mood = 'refuses-address';
    await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
    await expect(again).toBeVisible();
    await expect(none).toBeHidden();
    await expect(admin.getByText('To Aino, aino@example.org')).toBeVisible();
    await expect(admin.getByText(/answered 550\. Attempts: 1\./)).toBeVisible();
    expect(post.begun).toBe(1);
    await isSound('admin, with a letter that was given up', admin);
  });

  await test.step('sent again while it is refused still, it comes back', async () => {
    await again.click();
    await expect.poll(() => post.begun).toBe(2);
    await expect
      .poll(async () => (await all.admin.know('admin.mail', {})).dead.map(({ name }) => name))
      .toEqual(['Aino']);
    await expect(again).toBeVisible();
    expect(readBy(post, 'aino@example.org')).toEqual([]);
  });

  await test.step('sent again once it is taken, it is gone from the list', async () => {
    post.mood = 'takes';
    await again.click();
    await expect(again).toBeHidden();
    await expect.poll(() => readBy(post, 'aino@example.org')).toHaveLength(1);
    await expect(none).toBeVisible();
    expect(post.begun).toBe(3);
  });
});
