import { describe, expect, test } from 'vitest';
import {
  contestableUntil,
  decide,
  forgottenAt,
  isMarked,
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
const settle = (outcome: Outcome, reason: string | null = 'Both agree'): BookingCommand => ({
  type: 'settle',
  outcome,
  reason,
});
const took = (count: number): Outcome => ({ kind: 'completed', minutes: count });
const missed = (of: 'mentor' | 'mentee'): Outcome => ({ kind: 'no-show', of });

const completed = (): Booking => playOn(accepted(), [end, marek, complete(60)]).booking;
const noShow = (): Booking => playOn(accepted(), [end, ines, { type: 'no-show' }]).booking;
const contested = (): Booking => playOn(completed(), [hours(end, 2), ines, contest()]).booking;

const asManager = facts({ actorRole: 'manager' });
const byMaria = (booking: Booking, now: typeof end, command: BookingCommand) =>
  outcomeOf(booking, now, maria, command, asManager);
const settled = (booking: Booking, now: typeof end, command: BookingCommand): Booking =>
  playOn(booking, [now, maria, command, asManager]).booking;

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
    const command = settle(took(30));
    expect(byMaria(contested(), now, command)).toBe('ok');
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

  test('F4: with a reason', () => {
    for (const reason of [null, '', ' '])
      expect(byMaria(contested(), hours(end, 3), settle(took(30), reason))).toBe('reason');
  });

  test.each([0, 4, 62, 125])('F1 F4: %d minutes are none that a session takes', (count) => {
    const given = { now: hours(end, 3), actor: maria, facts: asManager };
    const refusal = { ok: false, code: 'actual-minutes', from: 5, to: 120 };
    expect(decide(contested(), settle(took(count)), given)).toEqual(refusal);
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
    expect(decide(null, settle(took(60)), given)).toEqual({ ok: false, code: 'not-found' });
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
