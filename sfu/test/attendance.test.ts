import type { Attendance } from '@confab/shared';
import { expect, test } from 'vitest';
import { Stage } from './stage.ts';
import { until } from './until.ts';

test('W5: attendance is told again, with the same id and in order, until it is on disk', async () => {
  const told: Attendance[] = [];
  const kept: Attendance[] = [];
  await using stage = await Stage.open({
    mediaPort: 12015,
    onAttendance: async (event) => {
      told.push(event);
      if (told.length <= 2) throw new Error('the disk is full');
      kept.push(event);
    },
  });
  await stage.openRoom();
  const ada = await stage.person();
  await ada.join();
  await ada.call('leave', {});
  await until(() => kept.length === 2);
  expect(told.map(({ kind }) => kind)).toEqual(['joined', 'joined', 'joined', 'left']);
  expect(new Set(told.slice(0, 3).map(({ id }) => id)).size).toBe(1);
  expect(kept.map(({ personId }) => personId)).toEqual([ada.personId, ada.personId]);
  expect(kept[0]?.at.epochMilliseconds).toBeLessThanOrEqual(kept[1]?.at.epochMilliseconds ?? 0);
});

test('a node that stops tells who left, and sends everyone away to come back', async () => {
  const kept: Attendance[] = [];
  await using stage = await Stage.open({
    mediaPort: 12016,
    onAttendance: async (event) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      kept.push(event);
    },
  });
  await stage.openRoom();
  const ada = await stage.person();
  await ada.join();
  await stage.node[Symbol.asyncDispose]();
  expect(kept.map(({ kind }) => kind)).toEqual(['joined', 'left']);
  await ada.hears('going-away');
  expect(ada.heard('ended')).toBe(0);
  await expect(stage.person()).rejects.toThrow('unavailable');
});
