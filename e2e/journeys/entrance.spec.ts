import { expect, test } from '../stage/test.ts';

test('P1: set up, a program, invitations, approval: all by the pages', async ({
  server,
  openSignedOut,
}) => {
  const fields = async (page: Awaited<ReturnType<typeof openSignedOut>>, name: string) => {
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`);
    await page.getByLabel('Password').fill(`the password of ${name}`);
  };

  const admin = await openSignedOut('/setup');
  await test.step('the code on the console makes the first admin', async () => {
    await admin.getByLabel('Set-up code').fill(server.setupCode ?? '');
    await fields(admin, 'Sanna');
    await admin.getByRole('button', { name: 'Set up Confab' }).click();
    await admin.getByRole('link', { name: 'Open the admin page' }).click();
    await admin.getByLabel('Name', { exact: true }).fill('First steps');
    await admin.getByLabel('What it is for').fill('For everyone who begins.');
    await admin.getByRole('button', { name: 'Create program' }).click();
    await expect(admin.getByRole('heading', { name: 'First steps' })).toBeVisible();
  });

  const invite = async (button: string): Promise<string> => {
    await admin.getByRole('button', { name: button }).click();
    const link = await admin.getByRole('textbox', { name: 'Link' }).inputValue();
    await admin.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    return link.slice(server.origin.length);
  };

  const mentor = await openSignedOut(await invite('Invite mentors'));
  await test.step('the mentor joins by the link and waits for approval', async () => {
    await expect(mentor.getByText('You are invited to First steps as a mentor.')).toBeVisible();
    await fields(mentor, 'Aino');
    await mentor.getByRole('button', { name: 'Join', exact: true }).click();
    await mentor.getByRole('navigation').getByRole('link', { name: 'Programs' }).click();
    await expect(mentor.getByText(/waiting to be approved as a mentor/)).toBeVisible();
  });

  await test.step('the admin approves; the mentor sees it at once', async () => {
    await admin.reload();
    await admin.getByRole('button', { name: 'Approve Aino' }).click();
    await expect(mentor.getByRole('link', { name: 'First steps' })).toBeVisible();
  });

  await test.step('a mentee joins and finds the mentor', async () => {
    const mentee = await openSignedOut(await invite('Invite mentees'));
    await fields(mentee, 'Farid');
    await mentee.getByRole('button', { name: 'Join', exact: true }).click();
    await mentee.getByRole('navigation').getByRole('link', { name: 'Programs' }).click();
    await mentee.getByRole('link', { name: 'First steps' }).click();
    await expect(mentee.getByRole('link', { name: 'Aino' })).toBeVisible();
  });
});
