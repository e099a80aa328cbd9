import { fromText } from '@confab/shared';
import {
  enter,
  hasFocus,
  press,
  pressOn,
  sameEitherWay,
  signInByKeys,
  tabTo,
} from '../stage/keys.ts';
import { sees } from '../stage/media.ts';
import { inside } from '../stage/room.ts';
import { expect, test } from '../stage/test.ts';

test('G2 B1 B4 W2 F1: from signing in to a completed session without a pointer', async ({
  server,
  all,
  openSignedOut,
}) => {
  const mentee = await openSignedOut('/', { timezoneId: 'Asia/Tehran' });
  const mentor = await openSignedOut('/');
  const day = sameEitherWay(server.now.toZonedDateTimeISO('Asia/Tehran').toPlainDate());

  await test.step('to the mentor, and a first message', async () => {
    await signInByKeys(mentee, all.mentee.signIn.email, all.mentee.signIn.password);
    await press(mentee, 'link', 'Programs');
    await press(mentee, 'link', 'First steps');
    await press(mentee, 'link', 'Aino');
    await press(mentee, 'link', 'Message');
    await enter(mentee, mentee.getByRole('textbox', { name: 'Message to Aino' }), 'Good morning.');
    await mentee.keyboard.press('Enter');
    await expect(mentee.getByRole('log').getByText('Good morning.', { exact: true })).toBeVisible();
  });

  await test.step('details, review, sent', async () => {
    await press(mentee, 'link', 'Request Session');
    await tabTo(mentee, mentee.getByLabel('Duration'));
    await mentee.keyboard.press('ArrowUp');
    await enter(mentee, mentee.getByLabel('Date', { exact: true }), day);
    await enter(mentee, mentee.getByLabel('Time', { exact: true }), '1400');
    await expect(mentee.getByText(/^You ask Aino for 45 min/)).toBeVisible();
    await press(mentee, 'button', 'Request Session');
    await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
  });

  await test.step('the mentor answers', async () => {
    await signInByKeys(mentor, all.mentor.signIn.email, all.mentor.signIn.password);
    await press(mentor, 'link', 'Answer');
    await press(mentor, 'button', 'Accept');
    await expect(mentor.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
    await press(mentee, 'link', 'Open the Session');
    await expect(mentee.getByRole('heading', { name: /^Accepted. You meet/ })).toBeVisible();
  });

  const shelf = { shelf: 'upcoming', before: null } as const;
  const { bookings } = await all.mentor.know('booking.list', shelf);
  const start = fromText(bookings[0]?.booking.terms.startsAt ?? '');

  await test.step('one waits for the room to open, the other comes in when it is', async () => {
    await server.setClock(start.subtract({ minutes: 31 }));
    await press(mentee, 'link', 'To the Room');
    await hasFocus(mentee.getByRole('heading', { level: 1 }));
    await press(mentee, 'button', 'Join when it opens');
    await hasFocus(mentee.getByRole('button', { name: 'Do not let me in by itself' }));
    await server.setClock(start.subtract({ minutes: 29 }));
    await inside(mentee);
    await hasFocus(mentee.getByRole('group', { name: 'Controls' }));
    await press(mentor, 'link', 'Join Room');
    await hasFocus(mentor.getByRole('heading', { level: 1 }));
    await press(mentor, 'button', 'Join');
    await inside(mentor);
    await hasFocus(mentor.getByRole('group', { name: 'Controls' }));
    await sees(mentee, all.mentorId);
    await sees(mentor, all.menteeId);
  });

  await test.step('microphone and camera, by the bar and by their letters', async () => {
    const isMuted = mentor.getByRole('figure').getByText('microphone off');
    await press(mentee, 'button', 'Turn microphone off');
    await hasFocus(mentee.getByRole('button', { name: 'Turn microphone on' }));
    await expect(isMuted).toBeAttached();
    await mentee.keyboard.press('m');
    await hasFocus(mentee.getByRole('button', { name: 'Turn microphone off' }));
    await expect(isMuted).toHaveCount(0);
    await mentee.keyboard.press('v');
    await expect(mentor.locator('[data-remote-video]')).toHaveCount(0);
    await press(mentee, 'button', 'Turn camera on');
    await hasFocus(mentee.getByRole('button', { name: 'Turn camera off' }));
    await sees(mentor, all.menteeId);
  });

  await test.step('both leave, and the mentor completes it with its actual time', async () => {
    await server.setClock(start.add({ minutes: 40 }));
    for (const page of [mentee, mentor]) {
      await press(page, 'button', 'Leave');
      await hasFocus(page.getByRole('heading', { name: 'You have left the room' }));
    }
    await press(mentee, 'link', 'To the Session');
    await press(mentor, 'link', 'Complete the Session');
    await press(mentor, 'button', 'Complete');
    const dialog = mentor.getByRole('dialog');
    await tabTo(mentor, dialog.getByLabel('Actual time'));
    await mentor.keyboard.type('30');
    await pressOn(mentor, dialog.getByRole('button', { name: 'Complete' }));
    await hasFocus(mentor.getByRole('heading', { name: /^Completed, 30 min\. You met/ }));
    await expect(
      mentee.getByRole('heading', { name: /^Completed, 30 min\. You met/ }),
    ).toBeVisible();
  });
});

test('D1 B1: a program’s settings without a pointer', async ({ all, openSignedOut }) => {
  const admin = await openSignedOut('/');
  await signInByKeys(admin, all.admin.signIn.email, all.admin.signIn.password);
  await press(admin, 'link', 'Programs');
  await press(admin, 'link', 'First steps');
  await press(admin, 'link', 'Settings');
  await tabTo(admin, admin.getByLabel('Hours to answer'));
  await admin.keyboard.press('ControlOrMeta+A');
  await admin.keyboard.type('6');
  await tabTo(admin, admin.getByRole('checkbox', { name: 'Sun' }));
  await admin.keyboard.press('Space');
  await enter(admin, admin.getByLabel('Another place'), 'By telephone');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('By telephone', { exact: true })).toBeVisible();
  await press(admin, 'button', 'Save Settings');
  await expect(admin.getByText(/^Saved\./).first()).toBeVisible();
  const { settings } = await all.admin.know('program.settings', { programId: all.programId });
  expect(settings).toMatchObject({
    clock: { hours: 6, closedDays: [7] },
    otherLocations: ['By telephone'],
  });
});
