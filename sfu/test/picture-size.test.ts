import { describe, expect, test } from 'vitest';
import { layerFor } from '../src/picture-size.ts';
import { loudness } from '../src/speaking.ts';

describe('the layer of a picture', () => {
  test.for([
    [160, 90, 0],
    [400, 225, 0],
    [401, 225, 1],
    [640, 360, 1],
    [800, 450, 1],
    [1280, 720, 2],
    [300, 720, 2], // a tall, narrow frame crops the width
    [0, 0, 0],
  ] as const)('at %i × %i is %i', ([width, height, layer]) => {
    expect(layerFor(width, height)).toBe(layer);
  });
});

test('loudness runs from silence to full voice and stays within', () => {
  expect([-127, -55, -35, -15, 0].map(loudness)).toEqual([0, 0, 0.5, 1, 1]);
});
