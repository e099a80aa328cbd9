import { accepted } from '../stage/agreed.ts';
import { newcomer } from '../stage/company.ts';
import { inThreeDays } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test('F2 F4 P1: completed, contested, settled by the program’s manager, and anew, seen live by both and in the log', async ({
  server,
  all,
  open,
}) => {
  const { admin, programId } = all;
  const at = { origin: server.origin, admin, programId };
  using keeper = await newcomer(at, 'Maria', 'Europe/Helsinki', 'manager');
  const start = inThreeDays(server.now, 'Asia/Tehran');
  const { bookingId } = await accepted(all, start);
  await server.setClock(start.add({ minutes: 61 }));
  const mentor = await open(all.mentor, `/sessions/${bookingId}`);
  const mentee = await open(all.mentee, `/sessions/${bookingId}`);
  const manager = await open(keeper);

  await test.step('F1 F3: the mentor completes it; who was in the room is said', async () => {
    await mentor.getByRole('button', { name: 'Complete' }).click();
    await mentor.getByRole('dialog').getByRole('button', { name: 'Complete' }).click();
    await expect(mentee.getByRole('heading', { name: /^Completed, 1 h\. You met/ })).toBeVisible();
    await expect(mentee.getByText('Aino was not in the room.')).toBeVisible();
  });

  await test.step('F2: the mentee contests it, and a reason is asked for', async () => {
    await mentee.getByRole('button', { name: 'Contest' }).click();
    const asked = mentee.getByRole('dialog', { name: 'Contest how this was marked?' });
    await asked.getByRole('button', { name: 'Contest' }).click();
    await expect(
      asked.getByText('Say what is not right, so that it can be settled.'),
    ).toBeVisible();
    await asked.getByLabel('What is not right?').fill('We stopped after half an hour.');
    await asked.getByRole('button', { name: 'Contest' }).click();
    await expect(asked).toBeHidden();
    await expect(mentee.getByText(/^You do not agree\./)).toBeVisible();
    await expect(mentor.getByText(/^Farid does not agree\./)).toBeVisible();
    await expect(mentor.getByText('We stopped after half an hour.').first()).toBeVisible();
  });

  await test.step('F4 N1: the manager is told at once, and settles it with a reason', async () => {
    await expect(manager.getByText(/^A session in First steps waits/)).toBeVisible();
    await manager.getByRole('link', { name: 'Notices, 1 new' }).click();
    await manager
      .getByRole('link', {
        name: /^The mark on the session of Farid with Aino .* was contested\.$/,
      })
      .click();
    await expect(manager.getByRole('heading', { name: 'Farid with Aino' })).toBeVisible();
    await expect(manager.getByText('Aino marked it as completed, 1 h.')).toBeVisible();
    await manager.getByRole('button', { name: 'Settle the session of Farid with Aino' }).click();
    const dialog = manager.getByRole('dialog', { name: 'Settle this session' });
    await dialog.getByLabel('Actual time').selectOption({ label: '30 min' });
    await dialog.getByLabel('Reason').fill('Both of you tell me so.');
    await dialog.getByRole('button', { name: 'Settle' }).click();
    await expect(manager.getByText('Nothing waits here')).toBeVisible();
  });

  for (const page of [mentor, mentee]) {
    await expect(page.getByRole('heading', { name: /^Completed, 30 min\. You met/ })).toBeVisible();
    await expect(page.getByText('The program’s manager settled it so.')).toBeVisible();
    await expect(page.getByText('Both of you tell me so.').first()).toBeVisible();
    await expect(page.getByText('Maria')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Contest' })).toBeHidden();
  }

  await test.step('F4: the session is settled anew, and both are told again', async () => {
    await manager.getByRole('link', { name: 'Cases', exact: true }).click();
    await expect(manager.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
    await manager.getByRole('link', { name: 'Farid with Aino' }).click();
    await manager
      .getByRole('button', { name: 'Settle anew the session of Farid with Aino' })
      .click();
    const dialog = manager.getByRole('dialog', { name: 'Settle this session anew' });
    await dialog.getByRole('radio', { name: 'Farid did not come' }).check();
    await dialog.getByRole('button', { name: 'Settle Anew' }).click();
    await expect(dialog.getByText('Give a reason. Both of them read it.')).toBeVisible();
    await dialog.getByLabel('Reason').fill('He was in another room.');
    await dialog.getByRole('button', { name: 'Settle Anew' }).click();
    await expect(dialog).toBeHidden();
  });

  for (const page of [mentor, mentee]) {
    await expect(page.getByText('He was in another room.').first()).toBeVisible();
    await expect(page.getByText('Maria')).toHaveCount(0);
  }

  await test.step('F4: the log says who settled it, from what to what, and why', async () => {
    await manager.getByRole('link', { name: 'Log', exact: true }).click();
    const entries = manager.getByRole('main').getByRole('listitem');
    const settled = entries.filter({ hasText: 'Maria settled the session of Farid with Aino' });
    await expect(settled).toHaveCount(2);
    const [latest, first] = [settled.nth(0), settled.nth(1)];
    await expect(latest).toContainText('from Completed, 30 min to Farid did not come');
    await expect(latest).toContainText('He was in another room.');
    await expect(first).toContainText('from Completed, 1 h, contested to Completed, 30 min');
    await expect(first).toContainText('Both of you tell me so.');
    await manager.getByLabel('Person').fill('farid');
    await expect(manager.getByText(/ made a link that invites /)).toHaveCount(0);
    await expect(settled).toHaveCount(2);
  });
});
