import type { Page } from '@playwright/test';
import { readBy } from '../../server/test/mail/mail-server.ts';
import type { Read } from '../../server/test/mail/read-letter.ts';
import { accepted, requested } from '../stage/agreed.ts';
import { isSound } from '../stage/axe.ts';
import { findMentor, fillTime, goTo, inThreeDays, write } from '../stage/deeds.ts';
import { test } from '../stage/mailed.ts';
import { expect } from '../stage/test.ts';

const fact = (page: Page, name: string) => page.locator(`dt:text-is("${name}") + dd`);

const subjectOf = ({ headers }: Read): string => headers.get('subject') ?? '';

test('N1 N3: a request reaches the mentor’s bell and mail; agreed, it comes for both calendars', async ({
  server,
  all,
  open,
  post,
}) => {
  const mentor = await open(all.mentor);
  const another = await open(all.mentor);
  const mentee = await open(all.mentee);
  const start = inThreeDays(server.now, 'Asia/Tehran');

  await test.step('a request arrives at the bell, live, and by mail', async () => {
    await expect(mentor.getByRole('link', { name: 'Notices', exact: true })).toBeVisible();
    await findMentor(mentee, 'Aino');
    await mentee.getByRole('link', { name: 'Message', exact: true }).click();
    await write(mentee, 'Aino', 'Good morning.');
    await findMentor(mentee, 'Aino');
    await mentee.getByRole('link', { name: 'Request Session' }).click();
    await fillTime(mentee, start, 'Asia/Tehran');
    await mentee.getByRole('button', { name: 'Request Session' }).click();
    await expect(mentor.getByRole('link', { name: 'Notices, 1 new' })).toBeVisible();
    await expect.poll(() => readBy(post, 'aino@example.org').map(subjectOf)).toHaveLength(1);
    const [letter] = readBy(post, 'aino@example.org');
    expect(letter && subjectOf(letter)).toMatch(/^Farid asks you for a session: .*\(Helsinki\)$/);
  });

  await test.step('what is seen in one window is seen in all', async () => {
    await expect(another.getByRole('link', { name: 'Notices, 1 new' })).toBeVisible();
    await mentor.bringToFront();
    await mentor.getByRole('link', { name: 'Notices, 1 new' }).click();
    await expect(mentor.getByRole('link', { name: /^Farid asks you for a session/ })).toBeVisible();
    await expect(another.getByRole('link', { name: 'Notices', exact: true })).toBeVisible();
    await isSound('notices', mentor);
    await another.goto(`${server.origin}/me`);
    await expect(another.getByLabel('E-mail: A session is near')).toBeVisible();
    await isSound('me, with mail', another);
  });

  await test.step('accepted, both are invited by their own calendars', async () => {
    await mentor.getByRole('link', { name: /^Farid asks you for a session/ }).click();
    await mentor.getByRole('button', { name: 'Accept' }).click();
    await expect(mentee.getByRole('link', { name: 'Notices, 1 new' })).toBeVisible();
    for (const address of ['farid@example.org', 'aino@example.org'])
      await expect
        .poll(() =>
          readBy(post, address).some(({ calendar }) => calendar?.includes('METHOD:REQUEST')),
        )
        .toBe(true);
  });
});

test('B4 N1: a request is answered from the letter, by a button, once', async ({
  server,
  all,
  open,
  openSignedOut,
  complaints,
  post,
}) => {
  // A browser says of each refusal that it got one.
  complaints.expect(/\/api\/answer\/look/);
  await requested(all, inThreeDays(server.now, 'Asia/Tehran'));
  const mentee = await open(all.mentee);
  await expect.poll(() => readBy(post, 'aino@example.org')).toHaveLength(1);
  const [letter] = readBy(post, 'aino@example.org');
  const [, path = ''] = /Answer: http[^\s]*?(\/answer#[^\s]+)/.exec(letter?.text ?? '') ?? [];
  expect(path).not.toBe('');

  const phone = await openSignedOut(path, { viewport: { width: 390, height: 844 } });
  await expect(phone.getByText('Farid asks you for a session.')).toBeVisible();
  await expect(fact(phone, 'Duration')).toHaveText('1 h');
  await isSound('answer', phone);
  await goTo(mentee, 'Sessions');
  await expect(mentee.getByText('Accepted')).toBeHidden();
  await phone.getByRole('button', { name: 'Accept' }).click();
  await expect(phone.getByText(/^Accepted. You meet Farid/)).toBeVisible();
  await expect(mentee.getByRole('link', { name: 'Notices, 1 new' })).toBeVisible();

  await phone.reload();
  await expect(phone.getByText('You have answered this already.')).toBeVisible();
  const altered = await openSignedOut(`${path.slice(0, -3)}abc`);
  await expect(altered.getByText(/not as it was sent/)).toBeVisible();
});

test('R1 N1: a proposal is answered from the letter knowing what it changes, and what it leaves', async ({
  server,
  all,
  openSignedOut,
  post,
}) => {
  const { bookingId } = await accepted(all, inThreeDays(server.now, 'Asia/Tehran'));
  await all.mentor.do('booking.propose', {
    bookingId,
    version: 1,
    minutes: 90,
    location: { kind: 'in-person', place: 'Café Engel' },
  });
  const proposals = () =>
    readBy(post, 'farid@example.org').filter((one) => subjectOf(one).startsWith('Aino proposes'));
  await expect.poll(proposals).toHaveLength(1);
  const [letter] = proposals();
  expect(letter && subjectOf(letter)).toMatch(/^Aino proposes another duration and place: /);
  const [, path = ''] = /Answer: http[^\s]*?(\/answer#[^\s]+)/.exec(letter?.text ?? '') ?? [];

  const phone = await openSignedOut(path, { viewport: { width: 390, height: 844 } });
  await expect(phone.getByText('Aino proposes a change to your session.')).toBeVisible();
  await expect(fact(phone, 'Duration')).toHaveText('1 h 30 min before: 1 h');
  await expect(fact(phone, 'Where')).toHaveText(/Café Engel\s+before: Online video$/);
  await phone.getByRole('button', { name: 'Accept' }).click();
  await expect(phone.getByText(/^Accepted. You meet Aino/)).toBeVisible();
  const { booking } = await all.mentee.know('booking.open', { bookingId });
  expect(booking.terms.location).toEqual({ kind: 'in-person', place: 'Café Engel' });
});
