import { expect, test } from 'vitest';
import { defaultMailChoices } from '@confab/shared';
import { contested, everyone } from '../authorisation/people.ts';
import { settle } from '../stage/cases.ts';
import { accepted } from '../stage/company.ts';
import { wake } from '../stage/woken.ts';
import { MailServer, readBy } from './mail-server.ts';
import { allGone, openOffice } from './post-office.ts';

const [mentor, mentee] = ['aino@example.org', 'farid@example.org'];

test('F4 N1: a contest and how it was settled are mailed with their reasons, without a name', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await using server = new MailServer();
  await server.up();
  await using _ = openOffice(stage, server.url);
  for (const who of [all.mentor, all.mentee])
    await stage.do(who, 'mail.choose', { ...defaultMailChoices, afterwards: 'at-once' });
  const { bookingId } = await contested(all);
  await stage.do(all.manager, 'booking.settle', {
    ...(await settle(all, bookingId, 'Both tell me so')),
    outcome: { kind: 'no-show', of: 'mentee' },
  });
  await allGone(stage);
  const [contest] = readBy(server, mentor).filter(({ text }) => text.includes('It was shorter'));
  expect(contest?.headers.get('subject')).toBe('Farid contests the mark on your session');
  for (const [address, says] of [
    [mentor, 'Farid did not come'],
    [mentee, 'You did not come'],
  ] as const) {
    const letter = readBy(server, address).find(({ text }) => text.includes('Both tell me so'));
    expect(letter?.headers.get('subject')).toMatch(/^Settled: your session with/);
    expect(letter?.text).toContain(`Settled as: ${says}`);
    expect(letter?.text).toContain('The program’s manager');
    expect(letter?.text).not.toContain('Maria');
    expect(letter?.calendar).toBeNull();
  }
});

test('F5 N2: the mentor is mailed of what they have not marked', async () => {
  const all = await everyone();
  await using stage = all.stage;
  await using server = new MailServer();
  await server.up();
  await using _ = openOffice(stage, server.url);
  await accepted(all, '2026-03-02', '14:00');
  stage.pass({ hours: 3 });
  await wake(stage);
  await allGone(stage);
  const subjects = readBy(server, mentor).map(({ headers }) => headers.get('subject'));
  expect(subjects).toContain('How long was your session with Farid?');
  const theirs = readBy(server, mentee).map(({ headers }) => headers.get('subject'));
  expect(theirs.filter((subject) => subject?.startsWith('How long'))).toEqual([]);
});
