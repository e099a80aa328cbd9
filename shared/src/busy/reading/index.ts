export { busyTimes, type BusyRead, type Reading } from './busy-times.ts';
