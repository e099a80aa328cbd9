/** What one key does in a call. */
export type Shortcut = 'microphone' | 'camera' | 'screen';

const keys: Record<string, Shortcut> = { m: 'microphone', v: 'camera', s: 'screen' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

/** @param typing the key goes to a field, a choice or a dialog */
export function shortcutOf(press: Press, typing: boolean): Shortcut | null {
  if (typing || press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  return keys[press.key.toLowerCase()] ?? null;
}

/** Where letters mean themselves. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
