import { attendanceOf, watchFrames, expect, test } from '../stage/apart.ts';
import { serverGone } from '../stage/complaints.ts';
import { write } from '../stage/deeds.ts';
import { inCall } from '../stage/in-call.ts';
import { sees } from '../stage/media.ts';

/**
 * Milliseconds: far longer than frames are apart on a busy machine, and shorter than any cut, for
 * the server is away for longer. Of twenty frames a second the longest gap was 200 where nothing
 * else ran, 433 where three processes more took all that two cores have.
 */
const mostApart = 1_500;

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
      await watchFrames(mentee, all.mentorId),
      await watchFrames(mentor, all.menteeId),
    ];
    await server.kill();
    // Long enough for a page that needed the server to lose its picture.
    await mentee.waitForTimeout(5_000);
    await server.resume();
    const talk = await open(all.mentee, `/messages/${all.mentorId}`);
    await write(talk, 'Aino', 'Can you still see me?');
    await talk.close();
    for (const { stop } of counted) {
      const shown = await stop();
      console.log(
        `${String(shown.frames)} frames in ${shown.lasted.toFixed()} ms, at most ${shown.longestGap.toFixed()} ms apart`,
      );
      expect(shown.lasted).toBeGreaterThan(5_000);
      expect(shown.longestGap).toBeLessThan(mostApart);
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
