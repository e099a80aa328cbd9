export { nextDigest } from './digest.ts';
export * from './mail-choices.ts';
export * from './notice.ts';
export * from './push-choices.ts';
export { pushUntil } from './push-until.ts';
export { reminderKinds, reminderNow, remindersOf, type ReminderKind } from './reminders.ts';
