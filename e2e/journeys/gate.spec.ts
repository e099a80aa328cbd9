import { anHour } from '../stage/agreed.ts';
import { idOf, newcomer } from '../stage/company.ts';
import { fillTime, findMentor, inThreeDays, write } from '../stage/deeds.ts';
import { expect, test } from '../stage/test.ts';

test('G1 G2: no request before a message, by the page or past it; then one', async ({
  server,
  all,
  open,
}) => {
  const start = inThreeDays(server.now, 'Asia/Tehran');
  const early = await all.mentee.attempt('booking.request', anHour(all, start));
  expect(early).toMatchObject({ ok: false, code: 'gate' });

  const mentee = await open(all.mentee);
  await findMentor(mentee, 'Aino');
  await expect(mentee.getByText(/^Write to Aino first/)).toBeVisible();
  await mentee.getByRole('link', { name: 'Request Session' }).click();
  await expect(mentee.getByRole('textbox', { name: 'Message to Aino' })).toBeVisible();
  const address = `${server.origin}/programs/${all.programId}/mentors/${all.mentorId}/request`;
  await mentee.goto(address);
  await expect(mentee.getByText('First a message, then a session')).toBeVisible();
  await mentee.getByRole('link', { name: 'Message to Aino' }).click();
  await write(mentee, 'Aino', 'Good morning. May I ask you about first jobs?');

  await findMentor(mentee, 'Aino');
  await mentee.getByRole('link', { name: 'Request Session' }).click();
  await fillTime(mentee, start, 'Asia/Tehran');
  await mentee.getByRole('button', { name: 'Request Session' }).click();
  await expect(mentee.getByText('Requested. Aino can see it now.')).toBeVisible();
});

test('P1 P2: a mentor cannot request, by the page or past it', async ({ server, all, open }) => {
  const { mentor, programId } = all;
  const at = { ...all, origin: server.origin };
  using second = await newcomer(at, 'Ilmari', 'Europe/Helsinki', 'mentor');
  const mentorId = await idOf(second);
  const request = anHour({ ...all, mentorId }, inThreeDays(server.now, 'Europe/Helsinki'));
  const refused = await mentor.attempt('booking.request', request);
  expect(refused).toMatchObject({ ok: false, code: 'not-a-mentee' });
  const toMentee = await mentor.attempt('booking.request', { ...request, mentorId: all.menteeId });
  expect(toMentee).toMatchObject({ ok: false });

  const page = await open(mentor);
  await findMentor(page, 'Ilmari');
  await expect(page.getByRole('link', { name: 'Request Session' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Request Session' })).toBeHidden();
  await page.goto(`${server.origin}/programs/${programId}/mentors/${mentorId}/request`);
  await expect(page.getByText('Mentees request sessions')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Request Session' })).toBeHidden();
});

test('C2: what is too long for one message is not cut off, but stays to be sent in parts', async ({
  all,
  open,
}) => {
  const page = await open(all.mentee, `/messages/${all.mentorId}`);
  const box = page.getByRole('textbox', { name: 'Message to Aino' });
  const letter = 'A long letter. '.repeat(300).trim();
  await box.fill(letter);
  await expect(page.getByText('499 characters too many for one message')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
  await box.press('Enter');
  await expect(box).toHaveValue(letter);
  await page.reload();
  await expect(box).toHaveValue(letter);
  await box.fill(letter.slice(0, 4000));
  await box.press('Enter');
  await expect(box).toHaveValue('');
  const { messages } = await all.mentor.know('chat.history', { with: all.menteeId, before: 9 });
  expect(messages).toMatchObject([{ kind: 'text', text: letter.slice(0, 4000).trim() }]);
});
