import { expect, test } from 'vitest';
import { shortcutOf } from './shortcut.ts';

const press = { key: 'm', ctrlKey: false, metaKey: false, altKey: false, repeat: false };

test('one letter each for microphone, camera and screen, in either case', () => {
  expect(shortcutOf(press, false)).toBe('microphone');
  expect(shortcutOf({ ...press, key: 'V' }, false)).toBe('camera');
  expect(shortcutOf({ ...press, key: 's' }, false)).toBe('screen');
  expect(shortcutOf({ ...press, key: 'x' }, false)).toBeNull();
});

test('letters that are typed, held down or meant for the browser do nothing', () => {
  expect(shortcutOf(press, true)).toBeNull();
  expect(shortcutOf({ ...press, repeat: true }, false)).toBeNull();
  expect(shortcutOf({ ...press, ctrlKey: true }, false)).toBeNull();
  expect(shortcutOf({ ...press, metaKey: true }, false)).toBeNull();
  expect(shortcutOf({ ...press, altKey: true }, false)).toBeNull();
});
