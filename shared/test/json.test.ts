import { expect, test } from 'vitest';
import { fromJson, toJson, toText } from '../src/index.ts';
import { asked } from './scene.ts';

test('B3: on the wire an instant is text, told by how its field’s name ends', () => {
  const told = {
    heardAt: asked,
    respondBy: null,
    Bystander: 'Otto',
    seats: [{ tookAt: asked }],
  };
  const json = toJson(told);
  expect(json).toEqual({
    heardAt: '2026-06-01T07:00:00.000Z',
    respondBy: null,
    Bystander: 'Otto',
    seats: [{ tookAt: '2026-06-01T07:00:00.000Z' }],
  });
  const again = fromJson<typeof told>(json);
  expect(again.heardAt.equals(asked)).toBe(true);
  expect(toText(again.seats[0]?.tookAt ?? asked.add({ hours: 1 }))).toBe(toText(asked));
  expect(toJson(again)).toEqual(json);
});

test('B3: an instant that is told several times is one', () => {
  const at = toText(asked);
  const again = fromJson<{ heardAt: typeof asked; offer: { madeAt: typeof asked } }>({
    heardAt: at,
    offer: { madeAt: at },
  });
  expect(again.offer.madeAt).toBe(again.heardAt);
  expect(again.heardAt.equals(asked)).toBe(true);
});
