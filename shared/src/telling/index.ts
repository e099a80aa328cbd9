export { nextDigest } from './digest.ts';
export * from './mail-choices.ts';
export * from './notice.ts';
export { reminderKinds, reminderNow, remindersOf, type ReminderKind } from './reminders.ts';
