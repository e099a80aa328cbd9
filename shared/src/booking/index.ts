export { answerTime, fewestAnswers, latestAnswers, usualAnswerTime } from './answer-time.ts';
export { applyEvent } from './apply-event.ts';
export * from './booking.ts';
export { changedTerms, type ChangedTerm } from './changed-terms.ts';
export * from './command.ts';
export { extensionMinutes } from './commands/extend-room.ts';
export { maySettle } from './commands/settle.ts';
export { responseDeadline } from './deadline.ts';
export { decide, type Circumstances, type Decision } from './decide.ts';
export * from './event.ts';
export * from './facts.ts';
export { gateState, type GateState } from './gate.ts';
export { heldInterval, pendingInterval } from './held.ts';
export { dueAt, liveOffer, seenVersion } from './live-offer.ts';
export * from './location.ts';
export {
  actualMinutesRange,
  bookedMinutes,
  contestableUntil,
  forgottenAt,
  isMarked,
  undoableUntil,
  type ActualMinutes,
} from './marks.ts';
export { openCaseOf } from './open-case.ts';
export { openTime } from './open-time.ts';
export { optionsFor, type Options, type SideCommandType } from './options.ts';
export { overlaps, type Interval } from './overlaps.ts';
export * from './refusal.ts';
export { defaultResponseClock, type ResponseClock } from './response-clock.ts';
export * from './room.ts';
export { hasRoom, roomState, windowOf } from './room-state.ts';
export { searchText, searchWords } from './search-text.ts';
export { everySession, isFiltering, isLookedFor, type SessionFilter } from './session-filter.ts';
export { shelfOf, type BookingShelf } from './shelf.ts';
export { otherSide, sideOf } from './side.ts';
export { spokenStart } from './spoken-start.ts';
export { spokenTerms } from './spoken-terms.ts';
export { changeBy, standingTerms, termsChange, type TermsChange } from './terms-change.ts';
