import { describe, expect, test } from 'vitest';
import {
  caseNoticeKinds,
  caseWaits,
  contestableUntil,
  decide,
  forgottenAt,
  isMarked,
  isOfCase,
  openCaseOf,
  optionsFor,
  toJson,
  toText,
  undoableUntil,
  windowOf,
  type Booking,
  type BookingCommand,
  type Outcome,
} from '../src/index.ts';
import {
  accepted,
  asked,
  facts,
  hours,
  ines,
  inState,
  justBefore,
  marek,
  maria,
  minutes,
  otto,
  outcome as outcomeOf,
  pending,
  playOn,
  start,
  system,
} from './scene.ts';

const end = hours(start, 1);
const complete = (count: number): BookingCommand => ({ type: 'complete', minutes: count });
const contest = (reason = 'It was half of that'): BookingCommand => ({ type: 'contest', reason });
const settle = (outcome: Outcome, reason: string | null = 'Both agree') => ({
  type: 'settle' as const,
  outcome,
  reason,
});
type Settle = ReturnType<typeof settle>;
const took = (count: number): Outcome => ({ kind: 'completed', minutes: count });
const missed = (of: 'mentor' | 'mentee'): Outcome => ({ kind: 'no-show', of });

const completed = (): Booking => playOn(accepted(), [end, marek, complete(60)]).booking;
const noShow = (): Booking => playOn(accepted(), [end, ines, { type: 'no-show' }]).booking;
const contested = (): Booking => playOn(completed(), [hours(end, 2), ines, contest()]).booking;

const asManager = facts({ actorRole: 'manager' });
/** A manager settles what is there to be seen. */
const seen = (booking: Booking, command: Settle): BookingCommand => ({
  ...command,
  revision: booking.revision,
});
const byMaria = (booking: Booking, now: typeof end, command: Settle) =>
  outcomeOf(booking, now, maria, seen(booking, command), asManager);
const settled = (booking: Booking, now: typeof end, command: Settle): Booking =>
  playOn(booking, [now, maria, seen(booking, command), asManager]).booking;

describe('F2: contesting', () => {
  test('F2 F3: by the one who did not mark it, with a reason', () => {
    expect(outcomeOf(completed(), end, ines, contest())).toBe('ok');
    expect(outcomeOf(completed(), end, marek, contest())).toBe('not-your-part');
    expect(outcomeOf(completed(), end, otto, contest())).toBe('not-found');
    expect(outcomeOf(completed(), end, maria, contest(), asManager)).toBe('not-found');
    expect(outcomeOf(completed(), end, system, contest())).toBe('not-your-part');
    expect(outcomeOf(completed(), end, ines, contest(' '))).toBe('reason');
    expect(outcomeOf(noShow(), end, marek, contest())).toBe('ok');
    expect(outcomeOf(noShow(), end, ines, contest())).toBe('not-your-part');
    expect(outcomeOf(accepted(), end, ines, contest())).toBe('wrong-state');
  });

  test('F2: within 7 days of the mark', () => {
    const booking = inState(completed(), 'completed');
    const last = hours(end, 7 * 24);
    expect(toText(contestableUntil(booking))).toBe(toText(last));
    expect(outcomeOf(booking, justBefore(last), ines, contest())).toBe('ok');
    expect(outcomeOf(booking, last, ines, contest())).toBe('too-late');
  });

  test('F2: once, and the mark stands meanwhile', () => {
    const booking = contested();
    expect(outcomeOf(booking, hours(end, 3), ines, contest())).toBe('contested');
    expect(booking).toMatchObject({ state: 'completed', actualMinutes: 60, reason: null });
    expect(toJson(inState(booking, 'completed').contest)).toEqual({
      bySide: 'mentee',
      reason: 'It was half of that',
      contestedAt: toText(hours(end, 2)),
    });
  });

  test('F1 F2: undoing within its time ends the contest, and a new mark can be contested', () => {
    const early = playOn(
      accepted(),
      [start, marek, complete(60)],
      [start, ines, contest()],
    ).booking;
    const { closesAt } = windowOf(early);
    expect(outcomeOf(early, closesAt, marek, { type: 'undo' })).toBe('too-late');
    const undone = playOn(early, [justBefore(closesAt), marek, { type: 'undo' }]).booking;
    expect(toJson({ ...undone, revision: 0 })).toEqual(toJson({ ...accepted(), revision: 0 }));
    const again = playOn(undone, [end, marek, complete(30)]).booking;
    expect(inState(again, 'completed').contest).toBeNull();
    expect(outcomeOf(again, end, ines, contest())).toBe('ok');
  });

  test('F2: it is offered to whom it is open, until when it is', () => {
    const { settings } = facts();
    expect(optionsFor(completed(), 'mentee', end, settings).contest).toEqual({
      until: hours(end, 7 * 24),
    });
    expect(optionsFor(completed(), 'mentor', end, settings).contest).toBeUndefined();
    expect(optionsFor(contested(), 'mentee', hours(end, 3), settings)).toEqual({});
  });
});

describe('F4: settling', () => {
  test('P1 F4: by a manager of the program who is neither of the two', () => {
    const now = hours(end, 3);
    const command = seen(contested(), settle(took(30)));
    expect(byMaria(contested(), now, settle(took(30)))).toBe('ok');
    for (const actorRole of ['mentee', 'mentor', null] as const)
      expect(outcomeOf(contested(), now, maria, command, facts({ actorRole }))).toBe('not-found');
    for (const party of [marek, ines]) {
      expect(outcomeOf(contested(), now, party, command, asManager)).toBe('own-case');
      expect(outcomeOf(contested(), now, party, command)).toBe('not-your-part');
    }
    expect(outcomeOf(contested(), now, system, command)).toBe('not-your-part');
  });

  test('F4: at once when it is contested, else once nobody can undo it', () => {
    const until = undoableUntil(completed());
    if (!until) throw new Error('nobody can undo it');
    const command = settle(took(30));
    expect(byMaria(completed(), justBefore(until), command)).toBe('too-early');
    expect(byMaria(completed(), until, command)).toBe('ok');
    const atOnce = playOn(completed(), [end, ines, contest()]).booking;
    expect(byMaria(atOnce, end, command)).toBe('ok');
  });

  test.each([
    [took(30), { state: 'completed', actualMinutes: 30 }],
    [missed('mentee'), { state: 'no-show', of: 'mentee' }],
    [missed('mentor'), { state: 'no-show', of: 'mentor' }],
  ])('F4: what a manager says is what stands: %j', (outcome, stands) => {
    for (const booking of [contested(), completed(), noShow()]) {
      if (byMaria(booking, hours(end, 3), settle(outcome)) === 'no-change') continue;
      const after = settled(booking, hours(end, 3), settle(outcome));
      expect(after).toMatchObject({ ...stands, markedBySide: 'manager', contest: null });
      expect(after).toMatchObject({ reason: 'Both agree', revision: booking.revision + 1 });
      expect(toJson(after.terms)).toEqual(toJson(booking.terms));
    }
  });

  test('F4: a contested mark may be confirmed; what nobody contests is not settled as it is', () => {
    const now = hours(end, 3);
    expect(byMaria(contested(), now, settle(took(60)))).toBe('ok');
    expect(byMaria(completed(), now, settle(took(60)))).toBe('no-change');
    expect(byMaria(noShow(), now, settle(missed('mentor')))).toBe('no-change');
    const once = settled(contested(), now, settle(took(30)));
    expect(byMaria(once, now, settle(took(30)))).toBe('no-change');
    expect(byMaria(once, now, settle(took(35)))).toBe('ok');
  });

  test('B5 F4: of two managers who saw the same case, the second settles nothing unseen', () => {
    const now = hours(end, 3);
    const saw = contested();
    const once = settled(saw, now, settle(took(30)));
    const late = { ...settle(missed('mentee')), revision: saw.revision };
    expect(outcomeOf(once, now, maria, late, asManager)).toBe('stale-case');
    const early = { ...late, revision: once.revision + 1 };
    expect(outcomeOf(once, now, maria, early, asManager)).toBe('stale-case');
    // What may not be settled at all is said first.
    expect(outcomeOf(once, now, ines, late, asManager)).toBe('own-case');
    const undone = playOn(completed(), [end, marek, { type: 'undo' }]).booking;
    expect(outcomeOf(undone, now, maria, late, asManager)).toBe('too-early');
  });

  test('F4: what was settled is settled anew, as often as it takes, at once and with a reason', () => {
    const now = hours(end, 3);
    const once = settled(contested(), now, settle(took(30)));
    for (const reason of [null, ' '])
      expect(byMaria(once, now, settle(missed('mentee'), reason))).toBe('reason');
    const twice = settled(once, now, settle(missed('mentee'), 'They had left early'));
    expect(twice).toMatchObject({ state: 'no-show', of: 'mentee', reason: 'They had left early' });
    const years = hours(end, 5 * 365 * 24);
    const thrice = settled(twice, years, settle(took(60)));
    expect(thrice).toMatchObject({ state: 'completed', actualMinutes: 60, contest: null });
    expect(thrice.revision).toBe(contested().revision + 3);
  });

  test('F2 F4: a mark by mistake that nobody contests in time is a manager’s to change', () => {
    const late = contestableUntil(inState(completed(), 'completed'));
    expect(outcomeOf(completed(), late, ines, contest())).toBe('too-late');
    expect(byMaria(completed(), late, settle(missed('mentee')))).toBe('ok');
    expect(byMaria(noShow(), late, settle(took(60)))).toBe('ok');
  });

  test('F4: with a reason', () => {
    for (const reason of [null, '', ' '])
      expect(byMaria(contested(), hours(end, 3), settle(took(30), reason))).toBe('reason');
  });

  test.each([0, 4, 62, 125])('F1 F4: %d minutes are none that a session takes', (count) => {
    const given = { now: hours(end, 3), actor: maria, facts: asManager };
    const refusal = { ok: false, code: 'actual-minutes', from: 5, to: 120 };
    expect(decide(contested(), seen(contested(), settle(took(count))), given)).toEqual(refusal);
  });

  test('F4: afterwards neither of the two changes it', () => {
    const now = hours(end, 3);
    const booking = settled(contested(), now, settle(took(30)));
    expect(undoableUntil(booking)).toBeNull();
    for (const party of [marek, ines]) {
      expect(outcomeOf(booking, now, party, { type: 'undo' })).toBe('settled');
      expect(outcomeOf(booking, now, party, contest())).toBe('settled');
    }
  });

  test('B3 F4: nothing else is settled', () => {
    const later = hours(end, 100);
    const cancelled = playOn(accepted(), [start, ines, { type: 'cancel', reason: null }]).booking;
    for (const booking of [pending(), cancelled])
      expect(byMaria(booking, later, settle(took(60)))).toBe('wrong-state');
    expect(isMarked(cancelled)).toBe(false);
    const given = { now: asked, actor: maria, facts: asManager };
    expect(decide(null, { ...settle(took(60)), revision: 1 }, given)).toEqual({
      ok: false,
      code: 'not-found',
    });
  });
});

describe('F2 F5: what waits', () => {
  test('F2: a contested mark, until it is settled or taken back', () => {
    const late = hours(end, 100);
    expect(openCaseOf(contested(), late)).toBe('contested');
    expect(openCaseOf(completed(), late)).toBeNull();
    expect(openCaseOf(noShow(), late)).toBeNull();
    expect(openCaseOf(settled(contested(), late, settle(took(30))), late)).toBeNull();
  });

  test('F5: what is agreed and not marked, from 24 hours after its end', () => {
    const day = hours(end, 24);
    expect(openCaseOf(accepted(), justBefore(day))).toBeNull();
    expect(openCaseOf(accepted(), day)).toBe('forgotten');
    expect(openCaseOf(pending(), hours(end, 100))).toBeNull();
  });

  test('F2 F5 N2: a manager is told of what waits, while it does', () => {
    const day = hours(end, 24);
    expect(caseNoticeKinds).toEqual(['case-contested', 'case-forgotten']);
    expect(caseWaits(contested(), 'case-contested', day)).toBe(true);
    expect(caseWaits(contested(), 'case-forgotten', day)).toBe(false);
    expect(caseWaits(completed(), 'case-contested', day)).toBe(false);
    expect(caseWaits(accepted(), 'case-forgotten', day)).toBe(true);
    expect(caseWaits(accepted(), 'case-forgotten', justBefore(day))).toBe(false);
    expect(isOfCase('case-contested')).toBe(true);
    expect(isOfCase('contested')).toBe(false);
    expect(isOfCase('toString')).toBe(false);
  });
});

describe('F5: forgotten', () => {
  test('F5: a manager settles what nobody marked, from 24 hours after its end', () => {
    const day = hours(end, 24);
    expect(toText(forgottenAt(accepted()))).toBe(toText(day));
    expect(byMaria(accepted(), justBefore(day), settle(took(60)))).toBe('too-early');
    expect(byMaria(accepted(), day, settle(took(60)))).toBe('ok');
    const booking = settled(accepted(), day, settle(missed('mentor'), null));
    expect(booking).toMatchObject({ state: 'no-show', of: 'mentor', reason: null });
  });

  test('F5: until then, and after, the mentor completes it', () => {
    expect(outcomeOf(accepted(), minutes(end, 24 * 60 + 5), marek, complete(60))).toBe('ok');
  });
});
