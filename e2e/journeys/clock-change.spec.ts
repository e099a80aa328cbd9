import { fromText, type Instant, type ZonedDateTime } from '@confab/shared';
import type { Locator, Page } from '@playwright/test';
import { darkIfWide, lightIfWide } from '../stage/axe.ts';
import { idOf, newcomer } from '../stage/company.ts';
import type { Person } from '../stage/person.ts';
import { expect, test } from '../stage/test.ts';

const here = 'Europe/Helsinki';
const there = 'America/New_York';

/** How the clocks of Helsinki are put. */
type Way = 'forward' | 'back';

/** The next time that they are: the first instant after it. */
function nextChange(now: Instant, way: Way): ZonedDateTime {
  let at = now.toZonedDateTimeISO(here);
  for (;;) {
    const change = at.getTimeZoneTransition('next');
    if (!change) throw new Error('The clocks of Helsinki change no more.');
    const before = change.subtract({ nanoseconds: 1 });
    if (change.offsetNanoseconds > before.offsetNanoseconds === (way === 'forward')) return change;
    at = change;
  }
}

const clock = (at: Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

const startOf = async (person: Person, bookingId: string): Promise<Instant> =>
  fromText((await person.know('booking.open', { bookingId })).booking.terms.startsAt);

/** The two that are to choose from, told apart by the offset in force. */
const choice = (question: Locator, at: Instant): Locator => {
  const { offset } = at.toZonedDateTimeISO(here);
  return question.getByRole('radio', { name: `${clock(at, here)} (UTC${offset})` });
};

/** What is drawn later lies above. */
const expectAbove = async (above: Locator, below: Locator): Promise<void> => {
  const lower = await below.elementHandle();
  const follows = await above.evaluate(
    (one, other) =>
      other !== null && (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) > 0,
    lower,
  );
  expect(follows).toBe(true);
};

for (const { way, asks, first, second } of [
  { way: 'forward', asks: /so this time does not exist/, first: 'later', second: 'earlier' },
  { way: 'back', asks: /so this time comes twice/, first: 'earlier', second: 'later' },
] as const) {
  test(`B1 B8 R1: clocks put ${way}: which of two times is meant is asked, and that one is booked`, async ({
    server: { origin, now },
    all: { admin, other: lea, programId },
    open,
  }) => {
    const change = nextChange(now, way);
    const meant = {
      earlier: change.subtract({ minutes: 30 }).toInstant(),
      later: change.add({ minutes: 30 }).toInstant(),
    };
    const { version, settings } = await admin.know('program.settings', { programId });
    const farAhead = { ...settings, bookingHorizon: 730 };
    await admin.do('program.change-settings', { programId, version, settings: farAhead });
    using kay = await newcomer({ origin, admin, programId }, 'Kay', there, 'mentor');
    const kayId = await idOf(kay);
    const week = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
    await kay.do('hours.set', { hours: { week, otherDays: [], longestDay: null, pause: 0 } });
    await lea.do('chat.send', { to: kayId, text: 'Good morning.' });

    /** Types a time within the hour that is skipped, or there twice. */
    const type = async (within: Page | Locator, time: string) => {
      await within.getByLabel('Date', { exact: true }).fill(change.toPlainDate().toString());
      await within.getByLabel('Time', { exact: true }).fill(time);
    };
    const bothSeeAt = async (at: Instant, mentee: Page, mentor: Page) => {
      const [mine, theirs] = [clock(at, here), clock(at, there)];
      for (const [page, own, other] of [
        [mentee, mine, `${theirs} for Kay`],
        [mentor, theirs, `${mine} for Lea`],
      ] as const)
        await expect(
          page.getByRole('heading', {
            name: new RegExp(`^Accepted. You meet .* at ${own}, .*${other}`),
          }),
        ).toBeVisible();
    };

    const mentee = await open(lea, `/programs/${programId}/mentors/${kayId}/request`);
    await test.step('it is asked for a request', async () => {
      await mentee.getByRole('button', { name: 'Ask for another time' }).click();
      await type(mentee, '03:30');
      const question = mentee.getByRole('group', { name: asks });
      await expect(question.getByRole('radio')).toHaveCount(2);
      await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
      await lightIfWide(`request, clocks put ${way}`, mentee);
      await mentee.getByRole('button', { name: 'Review' }).click();
      await expect(question.getByText('Choose one of the two first.')).toBeVisible();
      await expect(question.getByRole('radio').first()).toBeFocused();
      await darkIfWide(`request, clocks put ${way}, not chosen`, mentee);
      await choice(question, meant[first]).check();
      await expect(question.getByText('Choose one of the two first.')).toBeHidden();
      await mentee.getByRole('button', { name: 'Review' }).click();
      const [mine, theirs] = [clock(meant[first], here), clock(meant[first], there)];
      const sentence = new RegExp(`^You ask Kay for 1 h .* at ${mine}, .*${theirs} for Kay`);
      await expect(mentee.getByText(sentence)).toBeVisible();
      await lightIfWide(`review, clocks put ${way}`, mentee);
      await expectAbove(
        mentee.locator('svg text', { hasText: '60 min' }),
        mentee.locator('svg .block'),
      );
      await mentee.getByRole('button', { name: 'Request Session' }).click();
      await expect(mentee.getByText('Requested. Kay can see it now.')).toBeVisible();
    });

    const { bookings } = await kay.know('booking.list', { shelf: 'pending', before: null });
    const bookingId = bookings[0]?.booking.id ?? '';
    expect(await startOf(kay, bookingId)).toEqual(meant[first]);
    await kay.do('booking.accept', { bookingId, version: 1 });
    await mentee.getByRole('link', { name: 'Open the Session' }).click();
    const mentor = await open(kay, `/sessions/${bookingId}`);
    await bothSeeAt(meant[first], mentee, mentor);

    await test.step('and for another time', async () => {
      await mentee.getByRole('button', { name: 'Reschedule' }).click();
      const dialog = mentee.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Type another time' }).click();
      const question = dialog.getByRole('group', { name: asks });
      if (way === 'back') await expect(choice(question, meant[first])).toBeChecked();
      await type(dialog, '03:15');
      await expect(question.getByRole('radio', { checked: true })).toHaveCount(0);
      await type(dialog, '03:30');
      await dialog.getByRole('button', { name: 'Propose' }).click();
      await expect(question.getByText('Choose one of the two first.')).toBeVisible();
      await expect(question.getByRole('radio').first()).toBeFocused();
      await lightIfWide(`reschedule, clocks put ${way}, not chosen`, mentee);
      await choice(question, meant[second]).check();
      await darkIfWide(`reschedule, clocks put ${way}`, mentee);
      await dialog.getByRole('button', { name: 'Propose' }).click();
      await expect(mentee.getByText(/Until Kay accepts it, what is agreed stands/)).toBeVisible();
      await mentor.getByRole('button', { name: 'Accept New Time' }).click();
      await bothSeeAt(meant[second], mentee, mentor);
      expect(await startOf(kay, bookingId)).toEqual(meant[second]);
    });
  });
}
