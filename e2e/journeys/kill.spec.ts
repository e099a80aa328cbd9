import { randomUUID } from 'node:crypto';
import type { MessageView } from '@confab/shared/protocol';
import type { Page } from '@playwright/test';
import type { Company } from '../stage/company.ts';
import { serverGone } from '../stage/complaints.ts';
import { write } from '../stage/deeds.ts';
import { inCall } from '../stage/in-call.ts';
import { sees } from '../stage/media.ts';
import type { Person } from '../stage/person.ts';
import { expect, test } from '../stage/test.ts';

/** Messages that each sends: about as many as one may write in a moment. */
const each = 100;

/** Messages under way from one person, past their page. */
class Flood {
  readonly acknowledged = new Set<string>();
  readonly #sent: { id: string; text: string }[] = [];
  readonly #person: Person;
  readonly #to: string;
  readonly #enough = Promise.withResolvers<void>();

  constructor(person: Person, to: string) {
    this.#person = person;
    this.#to = to;
  }

  /** Sends so many at once. */
  begin(count: number): void {
    const { name } = this.#person.signIn;
    for (let number = 1; number <= count; number++) {
      const message = { id: randomUUID(), text: `${name}, number ${String(number)}` };
      this.#sent.push(message);
      void this.#send(message);
    }
  }

  /** Resolves with the tenth acknowledgement. */
  get underWay(): Promise<void> {
    return this.#enough.promise;
  }

  get unacknowledged(): number {
    return this.#sent.length - this.acknowledged.size;
  }

  get texts(): string[] {
    return this.#sent.map(({ text }) => text);
  }

  /** Sends what nobody acknowledged again, each under its own id. @see C2 */
  async again(): Promise<void> {
    const left = this.#sent.filter(({ id }) => !this.acknowledged.has(id));
    await Promise.all(left.map((message) => this.#send(message)));
  }

  async #send({ id, text }: { id: string; text: string }): Promise<void> {
    try {
      const answer = await this.#person.attempt('chat.send', { to: this.#to, text }, id);
      if (answer.ok) this.acknowledged.add(id);
      if (this.acknowledged.size >= 10) this.#enough.resolve();
    } catch {
      // The line broke before the answer: whether it was taken, nobody knows yet.
    }
  }
}

/** The whole conversation as the server tells this person, oldest first. */
async function history(person: Person, other: string): Promise<MessageView[]> {
  const all: MessageView[] = [];
  for (let before = 1_000_000; ; before = all[0]?.seq ?? 0) {
    const page = await person.know('chat.history', { with: other, before });
    all.unshift(...page.messages);
    if (!page.more) return all;
  }
}

/** The last messages in a page's log, oldest first. */
const lastSeen = async (page: Page): Promise<string[]> =>
  (await page.getByRole('log').locator('.message .text').allInnerTexts()).slice(-20);

const texts = (messages: MessageView[]): string[] =>
  messages.flatMap((one) => (one.kind === 'text' ? [one.text] : []));

async function agreeOn(all: Company): Promise<string[]> {
  const mentees = await history(all.mentee, all.mentorId);
  const mentors = await history(all.mentor, all.menteeId);
  expect(mentors.map(({ id }) => id)).toEqual(mentees.map(({ id }) => id));
  expect(new Set(mentees.map(({ id }) => id)).size).toBe(mentees.length);
  return texts(mentees);
}

test('C2 C3: killed in the middle of a conversation, nothing is lost, doubled or reordered', async ({
  server,
  all,
  open,
  complaints,
}) => {
  complaints.expect(serverGone);
  await all.mentee.do('chat.send', { to: all.mentorId, text: 'Good morning.' });
  const mentee = await open(all.mentee, `/messages/${all.mentorId}`);
  const mentor = await open(all.mentor, `/messages/${all.menteeId}`);
  await write(mentor, 'Farid', 'Good morning, Farid.');
  const box = mentee.getByRole('textbox', { name: 'Message to Aino' });
  await box.fill('Written just before');

  const floods = [new Flood(all.mentee, all.mentorId), new Flood(all.mentor, all.menteeId)];
  await box.press('Enter');
  for (const flood of floods) flood.begin(each);
  await Promise.race(floods.map(({ underWay }) => underWay));
  // All of the others would be acknowledged in less time than it takes to look.
  await server.halt();
  const counted = floods.map((one) => one.unacknowledged);
  const unacknowledged = counted.reduce((sum, one) => sum + one, 0);
  await server.kill();
  console.log(
    `${String(unacknowledged)} of ${String(2 * each)} messages were in flight at the kill`,
  );
  expect(unacknowledged).toBeGreaterThanOrEqual(50);
  // Nothing came from it any more.
  expect(floods.map((one) => one.unacknowledged)).toEqual(counted);
  const safe = floods.flatMap((one) => [...one.acknowledged]);

  await test.step('what is written meanwhile is kept', async () => {
    await box.fill('Written while nobody answers');
    await box.press('Enter');
    await expect(mentee.getByText('Reconnecting.')).toBeVisible();
    await expect(mentee.getByRole('log').getByText('Written while nobody answers')).toBeVisible();
  });

  await server.resume();
  for (const page of [mentee, mentor]) {
    await expect(page.getByText('Reconnecting.')).toBeHidden({ timeout: 30_000 });
  }
  const own = ['Written just before', 'Written while nobody answers'] as const;
  // How much of the flood was taken before the kill, and so lies after the first, is chance.
  await expect(mentor.getByRole('log').getByText(own[1], { exact: true })).toHaveCount(1);
  const kept = new Set((await history(all.mentee, all.mentorId)).map(({ id }) => id));
  expect(safe.filter((id) => !kept.has(id))).toEqual([]);

  for (const flood of floods) await flood.again();
  const whole = await agreeOn(all);
  const expected = [
    'Good morning.',
    'Good morning, Farid.',
    ...own,
    ...floods.flatMap((one) => one.texts),
  ];
  expect(whole.toSorted()).toEqual(expected.toSorted());
  for (const page of [mentee, mentor]) {
    await expect.poll(() => lastSeen(page)).toEqual(whole.slice(-20));
  }
});

test('C2 W1: killed in the middle of a call, the call comes back by itself', async ({
  server,
  all,
  open,
  complaints,
}) => {
  complaints.expect(serverGone);
  const { mentee, mentor } = await inCall({ server, all, open });

  await server.kill();
  await server.resume();
  await sees(mentee, all.mentorId);
  await sees(mentor, all.menteeId);
  await expect(mentee.locator('[data-remote-video]')).toHaveCount(1);
});
