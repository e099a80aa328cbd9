import { describe, expect, test } from 'vitest';
import { asking, firstButton, writing, type Between } from './standing.ts';

const newcomer: Between = {
  self: false,
  mentee: true,
  availability: 'available',
  conversation: false,
  booking: false,
  canWrite: true,
  gate: 'required',
};

describe('the gate', () => {
  test('G2: where it is required, requesting is off until a message is sent', () => {
    expect(asking(newcomer)).toBe('gate');
    expect(firstButton(newcomer)).toBe('message');
    const passed: Between = { ...newcomer, conversation: true, gate: 'passed' };
    expect(asking(passed)).toBe('on');
    expect(firstButton(passed)).toBe('request');
  });

  test('G1: where it is recommended, requesting is on, and Message stays first', () => {
    const recommended: Between = { ...newcomer, gate: 'recommended' };
    expect(asking(recommended)).toBe('hinted');
    expect(firstButton(recommended)).toBe('message');
  });
});

describe('who sees the button', () => {
  test('P2: nobody but a mentee of the program, and never for themselves', () => {
    expect(asking({ ...newcomer, mentee: false })).toBeNull();
    expect(asking({ ...newcomer, self: true })).toBeNull();
    expect(writing({ ...newcomer, self: true })).toBe(false);
  });

  test('P3: busy is for those who know each other', () => {
    const busy: Between = { ...newcomer, availability: 'busy', canWrite: false };
    expect(asking(busy)).toBe('busy');
    expect(firstButton(busy)).toBeNull();
    expect(asking({ ...busy, booking: true, gate: 'passed' })).toBe('on');
    expect(asking({ ...busy, conversation: true, gate: 'required' })).toBe('gate');
  });

  test('P3: away takes no request, from nobody; the conversation stays to be read', () => {
    const away: Between = {
      ...newcomer,
      availability: 'away',
      conversation: true,
      booking: true,
      canWrite: false,
      gate: 'passed',
    };
    expect(asking(away)).toBe('away');
    expect(writing(away)).toBe(true);
  });
});
