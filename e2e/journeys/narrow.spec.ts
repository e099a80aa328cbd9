import { enter, hasFocus, press, sameEitherWay, tabTo } from '../stage/keys.ts';
import { fits, narrow } from '../stage/narrow.ts';
import { expect, test } from '../stage/test.ts';

/** All day, every day. */
const week = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);

test('A3 B1 B4 B7 R1: a session asked for, accepted and moved, 320 px wide and without a pointer', async ({
  server,
  all,
  open,
}) => {
  await all.mentor.do('hours.set', {
    hours: { week, otherDays: [], longestDay: null, pause: 0 },
  });
  await all.mentee.do('chat.send', { to: all.mentorId, text: 'Good morning.' });
  const profile = `/programs/${all.programId}/mentors/${all.mentorId}`;
  const mentee = await open(all.mentee, profile, { viewport: narrow });
  const mentor = await open(all.mentor, '/', { viewport: narrow });
  const day = sameEitherWay(server.now.toZonedDateTimeISO('Asia/Tehran').toPlainDate());

  await test.step('an open time is chosen and reviewed', async () => {
    await expect(mentee.getByRole('heading', { name: 'Aino', level: 1 })).toBeVisible();
    await fits('mentor', mentee);
    await press(mentee, 'link', 'Request Session');
    const first = mentee.getByRole('radio').first();
    await expect(first).toBeAttached();
    await fits('open times', mentee);
    await tabTo(mentee, first);
    await mentee.keyboard.press('Space');
    await expect(first).toBeChecked();
    await press(mentee, 'button', 'Review');
    await hasFocus(mentee.getByRole('heading', { name: 'Review' }));
    await expect(mentee.getByText(/^You ask Aino for 1 h/)).toBeVisible();
    await fits('review', mentee);
  });

  await test.step('another time is typed instead, and sent', async () => {
    await press(mentee, 'button', 'Change');
    await press(mentee, 'button', 'Ask for another time');
    const date = mentee.getByLabel('Date', { exact: true });
    await hasFocus(date);
    await enter(mentee, date, day);
    await enter(mentee, mentee.getByLabel('Time', { exact: true }), '1400');
    await fits('another time', mentee);
    await press(mentee, 'button', 'Review');
    await expect(mentee.getByText(/^You ask Aino for 1 h .* at 14:00/)).toBeVisible();
    await press(mentee, 'button', 'Request Session');
    await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
    await fits('sent', mentee);
    await press(mentee, 'link', 'Open the Session');
    await expect(mentee.getByRole('button', { name: 'Withdraw' })).toBeVisible();
    await fits('requested', mentee);
  });

  await test.step('the mentor accepts', async () => {
    await expect(mentor.getByRole('link', { name: 'Answer', exact: true })).toBeVisible();
    await fits('dashboard', mentor);
    await press(mentor, 'link', 'Answer');
    await expect(mentor.getByRole('button', { name: 'Accept' })).toBeVisible();
    await fits('to answer', mentor);
    await press(mentor, 'button', 'Accept');
    for (const page of [mentor, mentee])
      await expect(page.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
    await fits('accepted', mentor);
  });

  await test.step('the mentee proposes one of the open times, and the mentor takes it', async () => {
    await press(mentee, 'button', 'Reschedule');
    const dialog = mentee.getByRole('dialog', { name: 'Propose a change' });
    const first = dialog.getByRole('radio').first();
    await expect(first).toBeAttached();
    await fits('reschedule', mentee);
    // Among times to choose from, the one that is agreed has the focus first.
    const agreed = dialog.getByRole('radio', { checked: true });
    await tabTo(mentee, agreed);
    await mentee.keyboard.press('ArrowDown');
    await expect(agreed).toBeFocused();
    await expect(agreed).not.toHaveAccessibleName(/ at 14:00, /);
    await press(mentee, 'button', 'Propose');
    await expect(mentee.getByText(/Until Aino accepts it, what is agreed stands/)).toBeVisible();
    await fits('proposed', mentee);
    await expect(
      mentor.getByText(/Farid proposes a new time: .* Until you accept it/),
    ).toBeVisible();
    await fits('proposal', mentor);
    await press(mentor, 'button', 'Accept New Time');
    for (const page of [mentor, mentee])
      await expect(page.getByText(/accepted the new time/).first()).toBeVisible();
    await fits('moved', mentor);
  });
});
