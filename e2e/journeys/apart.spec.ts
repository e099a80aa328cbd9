import { attendanceOf, countFrames, expect, test } from '../stage/apart.ts';
import { serverGone } from '../stage/complaints.ts';
import { write } from '../stage/deeds.ts';
import { inCall } from '../stage/in-call.ts';
import { sees } from '../stage/media.ts';

/** In every two seconds there was more to see than before. */
const neverStops = (counts: number[]) =>
  counts.slice(4).every((count, at) => count > (counts[at] ?? Infinity));

test('C2 W5: the server is killed in mid-call, and nobody in it notices', async ({
  server,
  node: _node,
  all,
  open,
  complaints,
}) => {
  test.setTimeout(240_000);
  complaints.expect(serverGone);
  const { bookingId, mentee, mentor } = await inCall({ server, all, open });

  await test.step('frames go on while the server is away and when it is back', async () => {
    const counted = [
      await countFrames(mentee, all.mentorId),
      await countFrames(mentor, all.menteeId),
    ];
    await server.kill();
    // Long enough for a page that needed the server to lose its picture.
    await mentee.waitForTimeout(5_000);
    await server.resume();
    const talk = await open(all.mentee, `/messages/${all.mentorId}`);
    await write(talk, 'Aino', 'Can you still see me?');
    await talk.close();
    for (const { stop } of counted) {
      const counts = await stop();
      console.log(
        `${String(counts.length)} counts, from ${String(counts[0])} to ${String(counts.at(-1))}`,
      );
      expect(counts.length).toBeGreaterThan(10);
      expect(neverStops(counts), counts.join(' ')).toBe(true);
    }
    await sees(mentee, all.mentorId);
  });

  await test.step('who left while nobody could be told is told of once', async () => {
    await server.kill();
    await mentee.close();
    await server.resume();
    await expect(mentor.locator('[data-remote-video]')).toHaveCount(0, { timeout: 60_000 });
    await expect.poll(() => attendanceOf(server, all.menteeId)).toEqual(['joined', 'left']);
    expect(attendanceOf(server, all.mentorId)).toEqual(['joined']);
  });

  await test.step('the server rules the room again', async () => {
    await all.mentee.do('booking.cancel', { bookingId, reason: null });
    await expect(mentor.getByRole('button', { name: 'Leave' })).toBeHidden();
    await expect.poll(() => attendanceOf(server, all.mentorId)).toEqual(['joined', 'left']);
  });
});

test('C2 W5: the media node is killed, and people are back without a reload', async ({
  server,
  node,
  all,
  open,
  complaints,
}) => {
  complaints.expect(serverGone);
  const { mentee, mentor } = await inCall({ server, all, open });
  const pages = [
    [mentee, all.mentorId],
    [mentor, all.menteeId],
  ] as const;
  for (const [page] of pages) await page.evaluate(() => Object.assign(globalThis, { same: true }));

  await node.end('SIGKILL');
  await node.begin();
  for (const [page, other] of pages) {
    await sees(page, other);
    expect(await page.evaluate(() => 'same' in globalThis)).toBe(true);
  }
  await expect
    .poll(() => attendanceOf(server, all.menteeId).filter((kind) => kind === 'left').length)
    .toBe(1);
});
