export * from './notice.ts';
export { reminderKinds, reminderNow, remindersOf, type ReminderKind } from './reminders.ts';
