import type { Page } from '@playwright/test';
import { requested } from '../stage/agreed.ts';
import { newcomer, programName, type Company } from '../stage/company.ts';
import { fillTime, goTo, inThreeDays } from '../stage/deeds.ts';
import type { Person } from '../stage/person.ts';
import type { StageServer } from '../stage/server.ts';
import { expect, test } from '../stage/test.ts';

/** By the way a manager finds it. */
async function toSettings(page: Page): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: programName }).click();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: `Settings of ${programName}`, level: 1 }),
  ).toBeVisible();
}

const aManager = ({ origin }: StageServer, all: Company): Promise<Person> =>
  newcomer({ ...all, origin }, 'Maria', 'Europe/Helsinki', 'manager');

const save = (page: Page) => page.getByRole('button', { name: 'Save Settings' });

test('B2 D1 D2: what a manager changes holds at once for who asks, and not for what is asked', async ({
  server,
  all,
  open,
}) => {
  using maria = await aManager(server, all);
  const start = inThreeDays(server.now, 'Asia/Tehran');
  const older = await requested(all, start);
  const path = `/programs/${all.programId}/mentors/${all.mentorId}/request`;
  const mentee = await open(all.mentee, path);
  await fillTime(mentee, start.add({ hours: 2 }), 'Asia/Tehran');
  await expect(mentee.getByText(/^You ask Aino for 1 h/)).toBeVisible();
  const manager = await open(maria);

  await test.step('the manager changes the clock and the lengths, and sees what they mean', async () => {
    await toSettings(manager);
    await expect(manager.getByText('Nothing is changed: this is what holds now.')).toBeVisible();
    await expect(save(manager)).toBeDisabled();
    await manager.getByLabel('Hours to answer').fill('1');
    await manager.getByLabel('Hours count from').selectOption('09:00');
    await manager.getByLabel('Hours count to').selectOption('09:00');
    const fault = 'The hours must end later than they begin.';
    await expect(manager.getByRole('alert').filter({ hasText: fault })).toBeVisible();
    await expect(save(manager)).toBeDisabled();
    await expect(save(manager)).toHaveAccessibleDescription(`Not yet. ${fault}`);
    await manager.getByLabel('Hours count to').selectOption('10:00');
    for (const day of ['Sat', 'Sun']) await manager.getByRole('checkbox', { name: day }).check();
    await manager.getByRole('checkbox', { name: '1 h', exact: true }).uncheck();
    await expect(
      manager.getByText('Asked on Friday at 21:00, answered by Monday at 10:00.'),
    ).toBeVisible();
    await save(manager).click();
    await expect(manager.getByText(/^Saved\./).first()).toBeVisible();
  });

  await test.step('the open request follows', async () => {
    const length = mentee.getByLabel('Duration');
    await expect(length.getByRole('option')).toHaveText(['30 min', '45 min', '1 h 30 min', '2 h']);
    await expect(mentee.getByText(/^Choose one of these lengths: 30 min/)).toBeVisible();
    await length.selectOption('45 min');
    await expect(mentee.getByText(/^You ask Aino for 45 min/)).toBeVisible();
    await mentee.getByRole('button', { name: 'Request Session' }).click();
    await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
  });

  await test.step('the older request keeps its deadline', async () => {
    const { bookings } = await all.mentor.know('booking.list', { shelf: 'pending', before: null });
    const [before, after] = bookings.map(({ booking }) => booking);
    expect(before).toEqual(older);
    expect(after).toMatchObject({
      offer: { clock: { hours: 1, opens: '09:00', closes: '10:00', closedDays: [6, 7] } },
    });
  });
});

test('B5: of two who change the settings the later one is shown them first, and loses nothing', async ({
  server,
  all,
  open,
}) => {
  using maria = await aManager(server, all);
  const { programId } = all;
  const first = await open(maria);
  await toSettings(first);
  const second = await open(all.admin);
  // The second one's line is slow to say that the program has changed.
  await second.routeWebSocket(/socket\.io/, (line) => {
    const onward = line.connectToServer();
    onward.onMessage((message) => {
      if (!String(message).includes('"directory"')) line.send(message);
    });
  });
  await second.goto(`${server.origin}/programs/${programId}/settings`);
  await second.getByLabel('Hours to answer').fill('9');
  await second.getByLabel('Minutes after the end').fill('10');

  await first.getByLabel('Hours to answer').fill('6');
  await first.getByLabel('Days within which a session begins').fill('60');
  await save(first).click();
  await expect(first.getByText(/^Saved\./).first()).toBeVisible();

  await save(second).click();
  await expect(second.getByText(/^Somebody else has changed the settings/).last()).toBeVisible();
  await expect(second.getByText('You have both changed: the hours to answer.')).toBeVisible();
  await expect(second.getByLabel('Days within which a session begins')).toHaveValue('60');
  await expect(second.getByLabel('Hours to answer')).toHaveValue('9');
  const { settings } = await maria.know('program.settings', { programId });
  expect(settings).toMatchObject({ clock: { hours: 6 }, margins: { before: 30, after: 30 } });

  await save(second).click();
  await expect(second.getByText(/^Saved\./).first()).toBeVisible();
  await expect(first.getByLabel('Hours to answer')).toHaveValue('9');
  await expect(first.getByLabel('Minutes after the end')).toHaveValue('10');
});

test('what is not saved is asked about before it is left; only who decides has the page', async ({
  server,
  all,
  open,
}) => {
  const path = `/programs/${all.programId}/settings`;
  const admin = await open(all.admin, path);
  await admin.setViewportSize({ width: 320, height: 640 });
  await admin.getByLabel('Another place').fill('By telephone');
  await admin.getByLabel('Another place').press('Enter');
  await expect(admin.getByText('Changed, and not saved yet.')).toBeVisible();
  const wide = await admin.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  const dashboard = admin.getByRole('navigation', { name: 'Main' }).getByRole('link').first();
  await dashboard.click();
  const dialog = admin.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByText('By telephone', { exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'Remove By telephone' }).click();
  await expect(admin.getByText('Nothing is changed: this is what holds now.')).toBeVisible();
  await admin.getByLabel('Minutes before the start').fill('5');
  await dashboard.click();
  await dialog.getByRole('button', { name: 'Leave Without Saving' }).click();
  await expect(admin).toHaveTitle(/Dashboard/);

  const mentor = await open(all.mentor, path);
  await expect(
    mentor.getByRole('heading', { name: 'Only its managers decide this' }),
  ).toBeVisible();
  await mentor.goto(`${server.origin}/programs/${all.programId}`);
  await expect(mentor.getByRole('link', { name: 'Aino', exact: true })).toBeVisible();
  await expect(mentor.getByRole('link', { name: 'Settings', exact: true })).toBeHidden();
});
