import { enter, press, sameEitherWay, signInByKeys, tabTo } from '../stage/keys.ts';
import { expect, test } from '../stage/test.ts';

test('G2 B1 B4: from signing in to an accepted session without a pointer', async ({
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
