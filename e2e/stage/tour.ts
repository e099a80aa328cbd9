import { expect, type Page } from '@playwright/test';
import { fillTime, goTo } from './deeds.ts';
import { inside, join } from './room.ts';
import type { StageServer } from './server.ts';

/** What is done at each stop: the page stands as named. */
export type Stop = (name: string, page: Page) => Promise<void>;

/** Every page, in the states that the demo has. Each part begins anywhere. */

export async function places(page: Page, stop: Stop): Promise<void> {
  await goTo(page, 'Dashboard');
  await expect(page.getByRole('heading', { name: 'Next session' })).toBeVisible();
  await stop('dashboard', page);
  await goTo(page, 'Programs');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
  await stop('programs', page);
  await page.getByRole('link', { name: 'First Year at Saarni' }).click();
  await expect(page.getByRole('link', { name: 'Daniel Okafor' })).toBeVisible();
  await stop('program', page);
  await page.getByRole('link', { name: 'within a waking hour' }).click();
  await expect(page.getByText('2 of 3 mentors', { exact: true })).toBeVisible();
  await stop('program-soon', page);
  await page.getByRole('link', { name: 'within a waking hour' }).click();
  await page.getByRole('link', { name: 'Daniel Okafor' }).click();
  await expect(page.getByRole('heading', { name: 'Daniel Okafor', level: 1 })).toBeVisible();
  await stop('mentor', page);
  await goTo(page, 'Messages');
  await expect(page.locator('a[href^="/messages/"]').first()).toBeVisible();
  await stop('messages', page);
  await page.locator('a[href^="/messages/"]').filter({ hasText: 'Daniel Okafor' }).click();
  await expect(page.getByRole('log')).toBeVisible();
  await stop('conversation', page);
  await page.getByRole('link', { name: /^Notices/ }).click();
  await expect(page.getByRole('main').locator('a[href^="/sessions/"]').first()).toBeVisible();
  await stop('notices', page);
  await page.getByRole('link', { name: /profile and settings$/ }).click();
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await stop('me', page);
}

/** A mentor's hours, as they stand and while they are changed. */
export async function hours(page: Page, { origin }: StageServer, stop: Stop): Promise<void> {
  await page.goto(`${origin}/me/hours`);
  await expect(page.getByRole('heading', { name: 'The coming seven days' })).toBeVisible();
  await expect(page.getByText('From a file')).toBeVisible();
  await stop('my-hours', page);
  await page.getByRole('button', { name: 'Change Monday' }).click();
  await page.getByRole('button', { name: 'Add other days' }).click();
  await page.getByRole('radio', { name: 'Other hours' }).check();
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  await page.getByRole('radio', { name: 'In a file' }).check();
  await stop('my-hours-changing', page);
}

export async function words(page: Page, { origin }: StageServer, stop: Stop): Promise<void> {
  for (const [name, path] of [
    ['help-booking', '/help/booking'],
    ['help-session', '/help/session'],
    ['not-found', '/nowhere'],
    ['admin-for-others', '/admin'],
  ] as const) {
    await page.goto(origin + path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await stop(name, page);
  }
}

/** The request, step by step; at the end it is sent. */
export async function request(page: Page, server: StageServer, stop: Stop): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: 'First Year at Saarni' }).click();
  await page.getByRole('link', { name: 'Daniel Okafor' }).click();
  await page.getByRole('link', { name: 'Request Session' }).click();
  await expect(page.getByRole('radio').first()).toBeAttached();
  await stop('request-open-times', page);
  await page.getByRole('button', { name: 'Ask for another time' }).click();
  await expect(page.getByLabel('Date', { exact: true })).toBeVisible();
  await stop('request-details', page);
  const far = server.now.toZonedDateTimeISO('Europe/Helsinki').add({ days: 26 });
  await page.getByLabel('Location').selectOption('Online video');
  await fillTime(page, far.withPlainTime('14:00').toInstant(), 'Europe/Helsinki');
  await expect(page.getByText(/^You ask Daniel/)).toBeAttached();
  await stop('request-review', page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Review' }).click();
  await stop('request-reviewed', page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Request Session' }).click();
  await expect(page.getByText(/^Requested. Daniel/)).toBeVisible();
  await stop('request-sent', page);
}

/** The four shelves, a search and a month, and one session's page for each state, with its dialogs. */
export async function sessions(
  page: Page,
  { origin }: StageServer,
  who: string,
  stop: Stop,
): Promise<void> {
  await page.goto(`${origin}/sessions?view=month`);
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  await stop(`${who}-month`, page);
  await page.goto(`${origin}/sessions?shelf=past&q=nothing+like+it`);
  await expect(page.getByRole('heading', { name: 'Nothing here matches' })).toBeVisible();
  await stop(`${who}-none-match`, page);
  let reviewed = false;
  for (const shelf of ['pending', 'upcoming', 'past', 'cancelled']) {
    const address = `${origin}/sessions?shelf=${shelf}`;
    await page.goto(address);
    const rows = page.getByRole('main').locator('a[href^="/sessions/"]');
    await expect(rows.first()).toBeVisible();
    await stop(`${who}-${shelf}`, page);
    const states = new Map<string, string>();
    for (const row of await rows.all()) {
      const described = (await row.getAttribute('aria-describedby'))?.split(' ')[0] ?? '';
      const state = await page.locator(`[id="${described}"]`).innerText();
      states.set(state.replace(/\W+/g, '-'), (await row.getAttribute('href')) ?? '');
    }
    for (const [state, href] of states) {
      await page.goto(origin + href);
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
      await stop(`${who}-session-${state}`, page);
      await dialogs(page, `${who}-session-${state}`, stop);
      reviewed ||= await review(page, `${who}-session-${state}`, stop);
    }
  }
}

/** The question how it was, of a session that can be reviewed. @returns whether it was asked */
async function review(page: Page, name: string, stop: Stop): Promise<boolean> {
  const part = page.getByRole('region', { name: 'After the session' });
  const button = part.getByRole('button', { name: /^(Rate This Session|Change)$/ });
  if ((await button.count()) === 0) return false;
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^3 of 5/ }).check();
  await stop(`${name}-review`, page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return true;
}

/** The buttons that ask before they do. */
const asking = [
  'Decline',
  'Reschedule',
  'Refuse',
  'Cancel Session',
  'Withdraw Request',
  'Complete',
  'Did not come',
  'Contest',
];

/** Every dialog of a session's page. */
export async function dialogs(page: Page, name: string, stop: Stop): Promise<void> {
  const actions = page.getByRole('group', { name: 'What you can do' });
  for (const label of asking) {
    const button = actions.getByRole('button', { name: label, exact: true });
    if ((await button.count()) === 0) continue;
    await page.setViewportSize({ width: 1280, height: 800 });
    await button.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading')).toBeVisible();
    if (label === 'Reschedule')
      await expect(dialog.locator('input[type=radio], input[type=date]').first()).toBeAttached();
    await stop(`${name}-${label.replaceAll(' ', '-')}`, page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

/** The settings of a program, as its manager has them: as they hold, wrong, changed, left, saved. */
export async function settings(page: Page, stop: Stop): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: 'First Year at Saarni' }).click();
  await expect(page.getByRole('link', { name: 'Feedback' })).toBeVisible();
  await stop('program-managed', page);
  await page.getByRole('link', { name: 'Feedback' }).click();
  await expect(page.getByText('Daniel Okafor about Noor Haddad')).toBeVisible();
  await stop('feedback', page);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const answer = page.getByLabel('Hours to answer');
  await expect(answer).toBeVisible();
  await stop('settings', page);
  await page.getByRole('checkbox', { name: 'Sat' }).check();
  await page.getByRole('checkbox', { name: 'Sun' }).check();
  await page.getByLabel('Another place').fill('By telephone');
  await page.getByRole('button', { name: 'Add this place' }).click();
  await answer.fill('0');
  await expect(page.getByText(/^Not yet\./)).toBeVisible();
  await stop('settings-wrong', page);
  await answer.fill('6');
  await expect(page.getByText('Changed, and not saved yet.')).toBeVisible();
  await stop('settings-changed', page);
  await page.getByRole('link', { name: 'Program', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await stop('settings-left', page);
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('button', { name: 'Save Settings' }).click();
  await expect(page.getByText(/^Saved\./).first()).toBeVisible();
  await stop('settings-saved', page);
}

/** What waits for a manager, how it is settled, and when nothing waits. */
export async function cases(page: Page, stop: Stop): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: 'First Year at Saarni' }).click();
  await page.getByRole('link', { name: /^Cases/ }).click();
  const settle = page.getByRole('button', { name: /^Settle the session of/ });
  await expect(settle.first()).toBeVisible();
  await stop('cases', page);
  const dialog = page.getByRole('dialog');
  for (let left = await settle.count(); left > 0; left -= 1) {
    await settle.first().click();
    await stop(`cases-settling-${String(left)}`, page);
    await dialog.getByRole('button', { name: 'Settle' }).click();
    const missing = dialog.getByText('Give a reason. Both of them read it.');
    if (await missing.isVisible()) {
      await stop('cases-without-reason', page);
      await dialog.getByLabel('Reason').fill('As both of them have told me.');
      await dialog.getByRole('button', { name: 'Settle' }).click();
    }
    await expect(dialog).toBeHidden();
    await expect(settle).toHaveCount(left - 1);
  }
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  await stop('cases-none', page);
  const find = page.getByRole('search', { name: 'Look for a session by its people' });
  await find.getByLabel('Person').fill('nobody at all');
  await expect(page.getByText('No marked session of anybody with this name.')).toBeVisible();
  await stop('cases-none-match', page);
  await find.getByLabel('Person').fill('');
  await page.getByRole('region', { name: 'Marked sessions' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'How it was settled' })).toBeVisible();
  await stop('case', page);
  await page.getByRole('button', { name: /^Settle anew/ }).click();
  await expect(dialog.getByRole('heading', { name: 'Settle this session anew' })).toBeVisible();
  await stop('case-settling-anew', page);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Log of First Year at Saarni' })).toBeVisible();
  await expect(page.getByText(/ settled the session of /).first()).toBeVisible();
  await stop('log', page);
  await page.getByRole('link', { name: /^Notices/ }).click();
  await expect(page.getByRole('main').locator('a[href*="/cases/"]').first()).toBeVisible();
  await stop('notices-of-cases', page);
  await page.getByRole('link', { name: /profile and settings$/ }).click();
  const kind = page.getByRole('rowheader', { name: 'A session waits for you as a manager' });
  await expect(kind).toBeVisible();
  await stop('me-of-manager', page);
}

/** The log of a program, narrowed, and where nothing fits. */
export async function log(page: Page, stop: Stop): Promise<void> {
  await goTo(page, 'Programs');
  await page.getByRole('link', { name: 'First Year at Saarni' }).click();
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(page.getByText(/ made a link that invites /).first()).toBeVisible();
  await page.getByLabel('About').selectOption('Members');
  await expect(page.getByText(/ made a link that invites /)).toHaveCount(0);
  await stop('log-of-members', page);
  await page.getByLabel('Person').fill('nobody at all');
  await expect(page.getByText('Nothing here matches.')).toBeVisible();
  await stop('log-none-match', page);
}

/** The installation as its admin has it. */
export async function admin(page: Page, { origin }: StageServer, stop: Stop): Promise<void> {
  await page.goto(`${origin}/admin`);
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'Log' }).first()).toBeVisible();
  await stop('admin', page);
  await main.getByRole('link', { name: 'Log' }).first().click();
  await expect(page.getByLabel('About')).toBeVisible();
  await stop('log-of-admin', page);
}

/** The open room, from its door to the end of a call; at last the session is cancelled. */
export async function room(mentee: Page, mentor: Page, stop: Stop): Promise<void> {
  for (const page of [mentee, mentor]) {
    await goTo(page, 'Dashboard');
    await page.getByRole('main').getByRole('link', { name: 'Join', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
  }
  await stop('room-open', mentee);
  await join(mentee);
  await stop('room-alone', mentee);
  await mentor.getByRole('button', { name: 'Join', exact: true }).click();
  await inside(mentor);
  await expect(mentee.locator('[data-remote-video]')).toBeVisible();
  await stop('room-call', mentee);
  await mentee.getByRole('button', { name: 'Devices' }).click();
  await stop('room-devices', mentee);
  await mentee.keyboard.press('Escape');
  await mentee.getByRole('button', { name: /^Messages/ }).click();
  await expect(mentee.getByRole('log')).toBeVisible();
  await stop('room-messages', mentee);
  await mentee.getByRole('button', { name: 'Close messages' }).click();
  const second = await mentee.context().newPage();
  await second.goto(mentee.url());
  await join(second);
  await expect(mentee.getByRole('heading', { name: /in this room elsewhere$/ })).toBeVisible();
  await stop('room-taken-over', mentee);
  await mentor.getByRole('button', { name: 'Leave' }).click();
  await expect(mentor.getByRole('heading', { level: 1 })).toBeVisible();
  await stop('room-left', mentor);
  await mentor.getByRole('main').locator('a[href^="/sessions/"]').click();
  await mentor.getByRole('button', { name: 'Cancel Session' }).click();
  await mentor.getByRole('dialog').getByRole('button', { name: 'Cancel Session' }).click();
  await expect(second.getByRole('heading', { name: / cancelled the session / })).toBeVisible();
  await stop('room-cancelled', second);
}
