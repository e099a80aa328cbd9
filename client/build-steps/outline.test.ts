import { expect, test } from 'vitest';
import { outline, type Shape } from './outline.ts';

test.each<[Shape, string]>([
  [['path', { d: 'M4 5h6', key: 'a' }], 'M4 5h6'],
  [['path', { d: 'm12 19-7-7 7-7' }], 'M12 19l-7-7 7-7'],
  [['path', { d: 'm2.5 -.5h3' }], 'M2.5 -.5h3'],
  [['line', { x1: '1', y1: '2', x2: '3', y2: '4' }], 'M1 2L3 4'],
  [['circle', { cx: '12', cy: '8', r: '5' }], 'M7 8a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z'],
  [['ellipse', { cx: '12', cy: '5', rx: '9', ry: '3' }], 'M3 5a9 3 0 1 1 18 0a9 3 0 1 1 -18 0z'],
  [['rect', { x: '3', y: '4', width: '18', height: '6' }], 'M3 4h18v6h-18v-6z'],
  [
    ['rect', { x: '3', y: '4', width: '18', height: '18', rx: '2' }],
    'M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2z',
  ],
  [['polyline', { points: '1 2 3 4' }], 'M1 2 3 4'],
  [['polygon', { points: '1,2 3,4 5,6' }], 'M1,2 3,4 5,6z'],
])('%j is %s', (shape, path) => {
  expect(outline(shape)).toBe(path);
});

test.each<[Shape, string]>([
  [['text', {}], 'is no outline'],
  [['circle', { cx: '1', cy: '1', r: '1', fill: 'red' }], 'with fill is no outline'],
  [['path', { d: 'q1 2 3 4' }], 'begins with q1'],
])('%j is no outline of ours', (shape, why) => {
  expect(() => outline(shape)).toThrow(why);
});
