import { expect, test, vi } from 'vitest';
import { accepted, company } from '../stage/company.ts';
import { resumed, wire } from './wire.ts';

test('P4: open windows learn of a suspension by themselves, and show nothing that has become others’', async () => {
  const all = await company();
  await using stage = all.stage;
  const { admin, programId, mentor, mentee } = all;
  const bookingId = await accepted(all);
  await using net = await wire(stage);
  const windows = { mentor: net.window(mentor), mentee: net.window(mentee) };
  const told: Record<string, string[]> = {};
  for (const [who, window] of Object.entries(windows)) {
    const list: string[] = (told[who] = []);
    window.on('feed', (events) => {
      for (const event of events) {
        if (event.kind === 'me') list.push(`me ${String(event.me.memberships[0]?.status)}`);
        if (event.kind === 'booking') list.push(`booking ${event.view.booking.state}`);
        if (event.kind === 'conversation')
          list.push(`writable ${String(event.conversation.writable)}`);
      }
    });
    window.on('directory', (id) => void list.push(`directory ${id}`));
    await resumed(window);
  }

  await stage.do(admin, 'admin.suspend', { programId, personId: mentor });
  await vi.waitFor(() => {
    for (const who of ['mentor', 'mentee']) {
      expect(told[who]).toContain('booking cancelled');
      expect(told[who]).toContain('writable false');
      expect(told[who]).toContain(`directory ${programId}`);
    }
    expect(told['mentor']).toContain('me suspended');
  }, 10_000);

  // The window stays: the person may be somebody in another program. What it asks for is decided anew.
  expect(windows.mentor.connected).toBe(true);
  const ask = (name: 'program.open' | 'booking.open', input: object) =>
    windows.mentor.emitWithAck('query', name, input);
  expect(await ask('program.open', { programId })).toEqual({ ok: false, code: 'not-found' });
  expect(await ask('booking.open', { bookingId })).toMatchObject({ ok: true });
  const programs = await windows.mentor.emitWithAck('query', 'program.list', {});
  expect(programs).toEqual({ ok: true, value: [] });

  // Nor does catching up from before show more than there is now.
  const late = net.window(mentor);
  const events: unknown[] = [];
  late.on('feed', (more) => void events.push(...more));
  const { answer } = await resumed(late, 0);
  const heard = JSON.stringify([answer, events]);
  expect(heard).toContain('"status":"suspended"');
  expect(heard).not.toContain('"status":"active"');
  expect(heard).not.toContain('"writable":true');
});

test('P4: what happens in the program afterwards does not reach the suspended', async () => {
  const all = await company();
  await using stage = all.stage;
  const { admin, programId, mentor, stranger } = all;
  await using net = await wire(stage);
  await stage.do(admin, 'admin.suspend', { programId, personId: mentor });
  const window = net.window(mentor);
  const told: string[] = [];
  window.onAny((name: string) => void told.push(name));
  await resumed(window);
  told.length = 0;
  await stage.join(admin, programId, stranger, 'mentor');
  await stage.do(stranger, 'person.update', { headline: 'Ask me' });
  expect(await window.emitWithAck('query', 'program.list', {})).toEqual({ ok: true, value: [] });
  expect(told).toEqual([]);

  await stage.do(admin, 'admin.reinstate', { programId, personId: mentor });
  await vi.waitFor(() => {
    expect(told).toContain('directory');
  }, 10_000);
  const open = await window.emitWithAck('query', 'program.open', { programId });
  expect(open).toMatchObject({ ok: true });
});
