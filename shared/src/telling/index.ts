export { nextDigest } from './digest.ts';
export { germanCities } from './german-cities.ts';
export * from './mail-choices.ts';
export * from './notice.ts';
export * from './push-choices.ts';
export { pushUntil } from './push-until.ts';
export {
  isReminder,
  reminderKinds,
  reminderNow,
  reminderStill,
  remindersLeft,
  remindersOf,
  type ReminderKind,
} from './reminders.ts';
export { isTongue, tongueOf, tongues, type Tongue } from './tongue.ts';
