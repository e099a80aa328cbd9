import { topicOf } from './mail-choices.ts';
import type { NoticeKind } from './notice.ts';

/** What a push can be about: all that mail is, but entries for a calendar. */
export const pushTopics = [
  'answers',
  'changes',
  'reminders',
  'afterwards',
  'cases',
  'messages',
] as const;
export type PushTopic = (typeof pushTopics)[number];

/** What a person's devices are told of at once. @see N1 */
export type PushChoices = Record<PushTopic, boolean>;

/** What waits for nobody reaches the devices; what can wait is in the app. */
export const defaultPushChoices: PushChoices = {
  answers: true,
  changes: true,
  reminders: true,
  afterwards: false,
  cases: true,
  messages: false,
};

/** Whether a notice of this kind goes to a person's devices, as they have chosen. @see N1 */
export function isPushed(kind: NoticeKind, choices: PushChoices): boolean {
  const topic = topicOf(kind);
  return topic in choices && choices[topic as PushTopic];
}
