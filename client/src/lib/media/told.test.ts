import { expect, test } from 'vitest';
import { Told } from './told.ts';

function stage() {
  const heard: string[] = [];
  const told = new Told();
  const hear = (event: Parameters<Told['hear']>[0], name = event as string): void =>
    told.hear(event, () => heard.push(name));
  return { heard, told, hear };
}

test('what is told is taken in at once while no answer is on its way', () => {
  const { heard, hear } = stage();
  hear('consumer');
  expect(heard).toEqual(['consumer']);
});

test('what comes before an answer and is part of it is dropped, the rest follows it in order', () => {
  const { heard, told, hear } = stage();
  told.asked();
  hear('person-left');
  hear('consumer', 'older');
  hear('consumer-ended');
  hear('rebuild');
  told.answered();
  hear('person-joined');
  hear('consumer', 'newer');
  expect(heard).toEqual([]);
  told.takenIn();
  expect(heard).toEqual(['consumer-ended', 'rebuild', 'person-joined', 'newer']);
  hear('closes-at');
  expect(heard.at(-1)).toBe('closes-at');
});

test('what waits is lost with the line', () => {
  const { heard, told, hear } = stage();
  told.asked();
  told.answered();
  hear('consumer');
  told.forget();
  told.takenIn();
  expect(heard).toEqual([]);
});
