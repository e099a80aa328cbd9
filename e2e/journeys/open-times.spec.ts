import { fromText, Temporal, type Hours } from '@confab/shared';
import type { Locator, Page } from '@playwright/test';
import { accepted, requested } from '../stage/agreed.ts';
import { isSound } from '../stage/axe.ts';
import { newcomer, type Company } from '../stage/company.ts';
import { findMentor, inMinutes } from '../stage/deeds.ts';
import { press, tabTo } from '../stage/keys.ts';
import { expect, test } from '../stage/test.ts';

/** All day, every day. */
const always: Hours = {
  week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  otherDays: [],
  longestDay: null,
  pause: 0,
};

const write = ({ mentee, mentorId }: Company) =>
  mentee.do('chat.send', { to: mentorId, text: 'Good morning.' });

/** The page asks nobody to scroll sideways. */
const isWithin = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 700 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(width);
};

test('A1 A2 A3 A6: a mentor sets hours and a mentee asks for an open time, without a pointer', async ({
  all,
  open,
}) => {
  await write(all);
  const mentor = await open(all.mentor, '/me');
  await test.step('hours', async () => {
    await press(mentor, 'link', 'My hours');
    await press(mentor, 'button', 'Begin with weekdays, 09:00–17:00');
    await press(mentor, 'button', 'Change Saturday');
    await press(mentor, 'button', 'Add hours');
    await tabTo(mentor, mentor.getByRole('group', { name: '09:00–17:00' }).getByLabel('To'));
    await mentor.keyboard.type('12:00');
    await expect(mentor.getByRole('group', { name: '09:00–12:00' })).toBeVisible();
    await press(mentor, 'button', 'Done with Saturday');
    await press(mentor, 'button', 'Save hours');
    await expect(mentor.getByRole('main').getByText('Saved', { exact: true })).toBeVisible();
    const kept = await all.mentor.know('hours.mine', {});
    expect(kept.hours?.week[5]).toEqual([{ from: '09:00', to: '12:00' }]);
    await isWithin(mentor, 320);
  });

  await test.step('an open time', async () => {
    const profile = `/programs/${all.programId}/mentors/${all.mentorId}`;
    const mentee = await open(all.mentee, profile);
    await press(mentee, 'link', 'Request Session');
    const first = mentee.getByRole('radio').first();
    await expect(first).toBeAttached();
    await isWithin(mentee, 320);
    await mentee.setViewportSize({ width: 1280, height: 800 });
    await tabTo(mentee, first);
    await mentee.keyboard.press('Space');
    await expect(first).toBeChecked();
    await mentee.keyboard.press('ArrowDown');
    await expect(mentee.getByRole('radio').nth(1)).toBeChecked();
    await expect(mentee.getByText(/^You ask Aino for 1 h/)).toBeVisible();
    await press(mentee, 'button', 'Request Session');
    await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
    const { bookings } = await all.mentor.know('booking.list', { shelf: 'pending', before: null });
    const { startsAt } = bookings[0]?.booking.terms ?? { startsAt: '' };
    const local = fromText(startsAt).toZonedDateTimeISO('Europe/Helsinki');
    expect(local.hour).toBeGreaterThanOrEqual(9);
    expect(local.hour).toBeLessThan(17);
  });
});

test('A4 A6 B6: a time that is taken meanwhile disappears, and whoever chose it is told', async ({
  server,
  all,
  open,
}) => {
  await all.mentor.do('hours.set', { hours: always });
  await write(all);
  await all.other.do('chat.send', { to: all.mentorId, text: 'Good morning.' });
  const { programId, mentorId } = all;
  const mentee = await open(all.mentee, `/programs/${programId}/mentors/${mentorId}/request`);
  const first = mentee.getByRole('radio').first();
  await expect(first).toBeAttached();
  const from = server.now.round({ smallestUnit: 'millisecond' });
  const { starts } = await all.other.know('times.open', {
    programId,
    mentorId,
    from: from.toString({ smallestUnit: 'millisecond' }),
    until: from.add({ hours: 24 }).toString({ smallestUnit: 'millisecond' }),
    minutes: 60,
  });
  // The second that is shown: the first may pass while the journey is under way.
  const at = Temporal.Instant.from(starts[2] ?? '');
  const name = at.toZonedDateTimeISO('Asia/Tehran').toPlainTime().toString().slice(0, 5);
  const radio = mentee.getByRole('radio', { name: new RegExp(` at ${name}, `) }).first();
  await radio.focus();
  await mentee.keyboard.press('Space');
  await expect(mentee.getByText(/^You ask Aino/)).toBeVisible();
  const count = await mentee.getByRole('radio').count();
  const { booking } = await all.other.do('booking.request', {
    programId,
    mentorId,
    start: { date: at.toString().slice(0, 10), time: at.toString().slice(11, 16), zone: 'UTC' },
    minutes: 60,
    location: { kind: 'online' },
    note: null,
  });
  await all.mentor.do('booking.accept', { bookingId: booking.id, version: 1 });
  await expect(mentee.getByText(/^One of you has another session at that time/)).toBeVisible();
  await expect.poll(() => mentee.getByRole('radio').count()).toBeLessThan(count);
});

test('A8 A9: a mentor’s calendar takes its busy times out of the open ones, for moving a session too', async ({
  server,
  all,
  open,
}) => {
  const nine = server.now
    .toZonedDateTimeISO('Europe/Helsinki')
    .add({ days: 2 })
    .withPlainTime('09:00')
    .toInstant();
  const week = always.week.map(() => [{ from: '09:00', to: '17:00' }]);
  await all.mentor.do('hours.set', { hours: { ...always, week } });
  const { bookingId } = await accepted(all, nine.add({ hours: 6 }));
  const mentee = await open(all.mentee, `/sessions/${bookingId}`);
  await mentee.getByRole('button', { name: 'Reschedule' }).click();
  const dialog = mentee.getByRole('dialog');
  const named = (at: Temporal.Instant) => {
    const local = at.toZonedDateTimeISO('Asia/Tehran').toPlainTime().toString().slice(0, 5);
    return dialog.getByRole('radio', { name: new RegExp(` at ${local}, `) });
  };
  const at = nine.add({ hours: 1 });
  await expect(named(at).first()).toBeAttached();
  const before = await named(at).count();

  const mentor = await open(all.mentor, '/me/hours');
  await mentor.getByRole('button', { name: 'Add a calendar' }).click();
  await mentor.getByLabel('What you call it').fill('Trips');
  await mentor.getByRole('radio', { name: 'In a file' }).check();
  const time = (one: Temporal.Instant) =>
    one.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
  const calendar = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART:${time(nine)}`,
    `DTEND:${time(nine.add({ hours: 3 }))}`,
    'SUMMARY:To nobody’s knowledge',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  await mentor.getByLabel('The file').setInputFiles({
    name: 'trips.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(calendar),
  });
  await mentor.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(mentor.getByRole('heading', { name: 'Trips' })).toBeVisible();
  await expect(mentor.getByText('3 h busy ahead')).toBeVisible();
  await expect(named(at)).toHaveCount(before - 1);
  const { sources } = await all.mentor.know('calendar-source.list', {});
  expect(sources.map(({ busyMinutes }) => busyMinutes)).toEqual([180]);
});

test('A6: mentors are found by the day on which they are free, and say when they are open next', async ({
  server: { origin },
  all,
  open,
}) => {
  const { admin, programId } = all;
  using _ = await newcomer({ origin, admin, programId }, 'Kofi', 'Africa/Accra', 'mentor');
  await all.mentor.do('hours.set', { hours: always });
  const mentee = await open(all.mentee, '/');
  await findMentor(mentee, 'Aino');
  await expect(mentee.getByText('Next open time')).toBeVisible();
  await mentee.goBack();
  const [aino, kofi] = ['Aino', 'Kofi'].map((name) =>
    mentee.getByRole('main').getByRole('link', { name, exact: true }),
  ) as [Locator, Locator];
  const next = mentee.getByText(/^Next open time /);
  await expect(next).toHaveCount(1);
  await expect(kofi).toBeVisible();
  await mentee.getByRole('link', { name: 'Tomorrow' }).click();
  await expect(kofi).toBeHidden();
  await mentee.getByRole('link', { name: 'Afternoon' }).click();
  await expect(aino).toBeVisible();
  await all.mentor.do('hours.set', { hours: null });
  await expect(mentee.getByText('Nobody here fits all of these words.')).toBeVisible();
  await mentee.getByRole('link', { name: 'Show everyone' }).click();
  await expect(aino).toBeVisible();
  await expect(next).toHaveCount(0);
});

test('A7: mentors are found by how soon they usually answer, where that is known', async ({
  server: { origin, now },
  all,
  open,
}) => {
  const { admin, programId } = all;
  using _ = await newcomer({ origin, admin, programId }, 'Kofi', 'Africa/Accra', 'mentor');
  for (const days of [3, 4, 5]) {
    const { id: bookingId } = await requested(all, inMinutes(now, days * 24 * 60));
    await all.mentor.do('booking.decline', { bookingId, reason: null });
  }
  const mentee = await open(all.mentee, `/programs/${programId}`);
  const names = mentee.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link');
  await expect(names).toHaveText(['Aino', 'Kofi']);
  await mentee.getByRole('link', { name: 'within a waking hour' }).click();
  await expect(names).toHaveText(['Aino']);
  const count = mentee.getByText('1 of 2 mentors. Mentors with few answers yet are left out.');
  await expect(count).toBeVisible();
  await isSound('mentors who answer soon', mentee);
  await mentee.reload();
  await expect(names).toHaveText(['Aino']);
  await mentee.getByRole('link', { name: 'within a waking hour' }).click();
  await expect(names).toHaveText(['Aino', 'Kofi']);
  await expect(count).toBeHidden();
});
