import { expect, test } from 'vitest';
import { dialectOf } from '../src/db/dialect.ts';
import { Look } from '../src/db/look.ts';
import { showTold } from '../src/features/live/show.ts';
import type { Told } from '../src/feed/grown.ts';
import { company } from './stage/company.ts';

const me = (seq: number) => ({ seq, kind: 'me', ref: '' }) as const;

test('C3: what was told few people is shown them at once, if they have a window and it can be shown', async () => {
  const all = await company();
  await using stage = all.stage;
  const show = (told: Told) =>
    stage.core.ledger.store.read((tx) =>
      showTold(new Look(tx, stage.now), told, (id) => id !== all.admin),
    );
  const grown = await show(
    new Map([
      [all.mentor, [me(7), me(8)]],
      [all.admin, [me(3)]],
      ['nobody', [me(1)]],
      [all.mentee, Array.from({ length: 5 }, (_, n) => me(n))],
    ]),
  );
  expect([...grown.keys()]).toEqual([all.mentor, all.admin, 'nobody', all.mentee]);
  const { mentor, admin, mentee } = all;
  expect([admin, 'nobody', mentee].map((id) => grown.get(id))).toEqual([null, null, null]);
  const embedded = dialectOf(stage.db) === 'sqlite';
  expect(grown.get(mentor)?.map((event) => [event.seq, event.kind]) ?? null).toEqual(
    embedded
      ? [
          [7, 'me'],
          [8, 'me'],
        ]
      : null,
  );

  const many = new Map([mentor, mentee, 'one', 'two', 'three'].map((id) => [id, [me(1)]]));
  expect([...(await show(many)).values()]).toEqual([null, null, null, null, null]);
});
