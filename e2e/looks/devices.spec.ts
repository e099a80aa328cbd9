import { subscribesAt, test } from '../stage/pushed.ts';
import { expect } from '../stage/test.ts';
import { look } from './look.ts';

test('looks: what people are told of, and on which device', async ({
  server,
  service,
  all,
  open,
}) => {
  const mentor = await open(all.mentor, '/', { permissions: [] });
  await subscribesAt(mentor, service);
  await mentor.goto(`${server.origin}/me`);
  await expect(mentor.getByText(/^You have told this browser/)).toBeVisible();
  await look('me-denied', mentor);
  await mentor.context().grantPermissions(['notifications'], { origin: server.origin });
  await mentor.reload();
  const on = mentor.getByRole('button', { name: 'Show notices on this device' });
  await expect(on).toBeVisible();
  await look('me-off', mentor);
  await on.click();
  await expect(mentor.getByText('This device shows notices.', { exact: true })).toBeVisible();
  await look('me-on', mentor);
});
