import { expect, test, vi } from 'vitest';
import { fromText, packBusy } from '@confab/shared';
import { planAnew } from '../../src/core.ts';
import { startRefreshing } from '../../src/features/busy/refresher.ts';
import { claimTurn } from '../../src/features/busy/turns.ts';
import { dumpOf } from '../fuzz/dump.ts';
import { giving } from './host.ts';
import { scene, wednesday, type Scene } from './scene.ts';

const listed = ({ all }: Scene) => all.stage.know(all.mentor, 'calendar-source.list', {});

const claim = ({ all, parts }: Scene) =>
  all.stage.core.ledger.store.write((tx) => claimTurn(tx, all.stage.now, parts.seal));

test('A8 A9: a calendar that is read takes its busy times out of the open ones, and only those', async () => {
  await using place = await scene();
  const { all, host } = place;
  const directories: string[] = [];
  all.stage.directoryChanged = ({ programId }) => void directories.push(programId);
  expect((await place.open())[0]).toBe('07:00');
  const sourceId = await place.add();
  await place.turn();
  expect((await place.open())[0]).toBe('09:00');
  expect(directories).toEqual([all.programId]);
  const { sources, busy } = await listed(place);
  expect(sources).toEqual([
    {
      id: sourceId,
      name: 'Work',
      host: `127.0.0.1:${String(host.port)}`,
      refreshedAt: '2026-03-02T09:00:00.000Z',
      knownUntil: expect.stringMatching(/^2026-09-/) as string,
      fault: null,
      leftOut: 0,
      busyMinutes: 120,
    },
  ]);
  expect(busy.slice(1)).toEqual([120]);
  expect(JSON.stringify(await listed(place))).not.toContain('secret');
  const kept = await dumpOf(all.stage);
  expect(kept).not.toContain('secret.ics');
  expect(kept).not.toContain('business');
});

test('A8: it is read every half hour; one that has not changed changes nothing, and once a day all of it is read', async () => {
  await using place = await scene();
  const { all, host, outcomes } = place;
  host.answer = (request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else giving(wednesday('0700', '0900'), { ETag: '"1"' })(request, response);
  };
  await place.add();
  await place.turn();
  let changes = 0;
  all.stage.directoryChanged = () => void (changes += 1);
  const seq = async () =>
    (await all.stage.db.selectFrom('feed_head').selectAll().execute()).map((row) => row.seq);
  const before = await seq();
  await place.turn();
  expect(outcomes).toEqual(['whole']);
  all.stage.pass({ minutes: 33 });
  await place.turn();
  expect(outcomes).toEqual(['whole', 'same']);
  expect((await listed(place)).sources[0]?.refreshedAt).toBe('2026-03-02T09:33:00.000Z');
  all.stage.pass({ hours: 24 });
  await place.turn();
  expect(outcomes).toEqual(['whole', 'same', 'whole']);
  expect([changes, await seq()]).toEqual([0, before]);
});

test('A8: what cannot be read leaves the last that was known, says so once, and is tried less and less', async () => {
  await using place = await scene();
  const { all, host, outcomes } = place;
  await place.add();
  await place.turn();
  host.answer = (_, response) => void response.writeHead(500).end();
  const waits: number[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const row = await all.stage.db
      .selectFrom('calendar_source')
      .selectAll()
      .executeTakeFirstOrThrow();
    const next = fromText(row.next_at ?? '');
    waits.push(all.stage.now.until(next).total('minutes'));
    all.stage.now = next;
    await place.turn();
  }
  expect(waits).toEqual([30, 30, 60, 120, 240, 360]);
  expect((await listed(place)).sources[0]).toMatchObject({
    fault: 'unreachable',
    refreshedAt: '2026-03-02T09:00:00.000Z',
  });
  expect((await place.open())[0]).toBe('09:00');
  host.answer = giving('<html>');
  all.stage.pass({ hours: 7 });
  await place.turn();
  expect((await listed(place)).sources[0]?.fault).toBe('no-calendar');
  host.answer = giving(wednesday('0800', '0900'));
  all.stage.pass({ hours: 7 });
  await place.turn();
  expect((await listed(place)).sources[0]?.fault).toBe(null);
  expect(outcomes.slice(-2)).toEqual(['no-calendar', 'whole']);
});

test('A8: a calendar that is removed is forgotten at once, also while it is being read', async () => {
  await using place = await scene();
  const { all, host } = place;
  const sourceId = await place.add();
  await place.turn();
  await all.stage.do(all.mentor, 'calendar-source.remove', { sourceId });
  expect((await place.open())[0]).toBe('07:00');
  expect(await listed(place)).toEqual({ sources: [], busy: [] });
  const second = await place.add();
  host.answer = (request, response) => {
    void all.stage
      .do(all.mentor, 'calendar-source.remove', { sourceId: second })
      .then(() => giving(wednesday('0700', '0900'))(request, response));
  };
  await place.turn();
  expect(await all.stage.db.selectFrom('busy_week').selectAll().execute()).toEqual([]);
  expect(await listed(place)).toEqual({ sources: [], busy: [] });
});

test('A8: a turn is one server’s; should that die over it, nothing is half done, and another takes it', async () => {
  await using place = await scene();
  const { all, parts } = place;
  await place.add();
  const both = await Promise.all([claim(place), claim(place)]);
  const [taken] = both.filter((one) => one !== null);
  expect(both.filter((one) => one !== null)).toHaveLength(1);
  // Fetched and read; then this server is no more.
  expect(await parts.fetch(taken?.address ?? '', taken?.known as never)).toMatchObject({
    kind: 'whole',
  });
  expect((await listed(place)).sources[0]?.refreshedAt).toBe(null);
  all.stage.pass({ minutes: 2 });
  expect(await claim(place)).toBe(null);
  all.stage.pass({ minutes: 1 });
  await place.turn();
  expect((await place.open())[0]).toBe('09:00');
});

test('A8: it runs by itself, and tells the mentor’s open windows', async () => {
  await using place = await scene();
  const { all, parts } = place;
  const pushed: string[] = [];
  await place.add();
  all.stage.pushed = (grown) => void pushed.push(...grown.keys());
  await using _ = startRefreshing(parts);
  await vi.waitFor(() => expect(pushed).toEqual([all.mentor]), { timeout: 10_000 });
  expect((await place.open())[0]).toBe('09:00');
});

test('A8: a mentor asks for it now, but not all the time', async () => {
  await using place = await scene();
  const { all, host } = place;
  const sourceId = await place.add();
  await place.turn();
  const refresh = () => all.stage.give(all.mentor, 'calendar-source.refresh', { sourceId });
  all.stage.pass({ seconds: 29 });
  expect(await refresh()).toEqual({ ok: false, code: 'too-many', retryAfterMs: 1_000 });
  all.stage.pass({ seconds: 1 });
  expect((await refresh()).ok).toBe(true);
  await place.turn();
  expect(host.asked).toHaveLength(2);
});

test('A8: a mentor has five calendars at most, with addresses that are some', async () => {
  await using place = await scene();
  const { all } = place;
  const add = (address: string) =>
    all.stage.give(all.mentor, 'calendar-source.add-address', { name: 'Work', address });
  expect(await add('calendar.example/a')).toEqual({ ok: false, code: 'calendar-address' });
  for (let n = 0; n < 5; n += 1) expect((await add('webcal://calendar.example/a')).ok).toBe(true);
  expect(await add('https://calendar.example/a')).toEqual({
    ok: false,
    code: 'too-many-calendars',
  });
});

test('A8: a file’s busy times are kept, week by week, with those of other calendars', async () => {
  await using place = await scene();
  const { all } = place;
  await place.add();
  await place.turn();
  all.stage.pass({ seconds: 1 });
  const at = (text: string) => fromText(`2026-03-${text}:00.000Z`).epochMilliseconds;
  const give = (busy: number[]) =>
    all.stage.give(all.mentor, 'calendar-source.add-file', { name: 'Trips', busy, leftOut: 3 });
  expect(await give([1])).toEqual({ ok: false, code: 'busy-times' });
  const spans = [
    { from: at('04T08:00'), to: at('04T10:00') },
    { from: at('04T12:00'), to: at('06T12:00') },
  ];
  expect((await give(packBusy(spans))).ok).toBe(true);
  expect(await place.open()).toEqual(['10:00', '10:15', '10:30', '10:45', '11:00']);
  const { sources, busy } = await listed(place);
  expect(
    sources.map(({ host, busyMinutes, leftOut }) => [host === null, busyMinutes, leftOut]),
  ).toEqual([
    [false, 120, 0],
    [true, 120 + 48 * 60, 3],
  ]);
  expect(busy.slice(1)).toEqual([180, 120, 48 * 60]);
});

test('A9: when a mentor moves to another zone, their calendars are read anew in it', async () => {
  await using place = await scene();
  const { all, host } = place;
  const whole = (lines: string) =>
    lines.replaceAll(/T\d{6}Z/g, '').replaceAll(/DT\w+/g, '$&;VALUE=DATE');
  host.answer = giving(whole(wednesday('0000', '0000')));
  await place.add();
  await place.turn();
  expect(await place.open()).toEqual([]);
  await all.stage.do(all.mentor, 'person.update', { zone: 'America/New_York' });
  await place.turn();
  const { busy } = await listed(place);
  expect((busy[0] ?? 0) * 60_000).toBe(fromText('2026-03-04T05:00:00.000Z').epochMilliseconds);
});

test('A8: turns planned by a clock that was ahead come once it is set back', async () => {
  await using place = await scene();
  const { all, host, outcomes } = place;
  host.answer = (request, response) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else giving(wednesday('0700', '0900'), { ETag: '"1"' })(request, response);
  };
  await place.add();
  const { now } = all.stage;
  all.stage.pass({ hours: 24 * 365 });
  await place.turn();
  all.stage.now = now;
  await place.turn();
  expect(outcomes).toHaveLength(1);
  await planAnew(all.stage.core.ledger, now);
  await place.turn();
  expect(outcomes).toHaveLength(2);
  expect((await place.open())[0]).toBe('09:00');
});

test('A8: a week that cannot be read takes nothing else along', async () => {
  await using place = await scene();
  const { all } = place;
  await place.add();
  await place.turn();
  await all.stage.db.updateTable('busy_week').set({ packed: '[1,' }).execute();
  expect((await place.open())[0]).toBe('07:00');
  all.stage.pass({ hours: 24 });
  await place.turn();
  expect((await place.open())[0]).toBe('09:00');
});
