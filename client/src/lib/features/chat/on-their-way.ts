import type { MessageView } from '@confab/shared/protocol';
import type { KeptMessage } from '#lib/live/index.ts';

/**
 * Messages to show as on their way: those kept now, and those that were a moment ago and have not
 * arrived yet. The server may acknowledge a message before it tells of it: it must not blink.
 */
export function onTheirWay(
  before: KeptMessage[],
  kept: KeptMessage[],
  entries: MessageView[],
): KeptMessage[] {
  const known = new Set([...kept, ...entries].map((one) => one.id));
  return [...before.filter((one) => !one.refused && !known.has(one.id)), ...kept];
}
