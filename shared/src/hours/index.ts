export { checkHours, type HoursCheck, type HoursFault } from './check-hours.ts';
export { mostOtherDays, mostStretches, type Hours, type OtherDays, type Stretch } from './hours.ts';
export { nextOpenTime, openTimes, startGrid, type TimesAsked } from './open-times.ts';
