import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '@confab/shared/protocol';
import { cast, castNames } from '../../src/demo/cast/cast.ts';
import { programs } from '../../src/demo/programs.ts';
import { scenes } from '../../src/demo/scenes/index.ts';
import { signInLines, signIns } from '../../src/demo/sign-in.ts';
import { followed, snapshotFor } from '../stage/snapshots.ts';
import { seeded, snapshotsOf, type DemoStage } from './demo-stage.ts';

let all: DemoStage;
beforeAll(async () => {
  all = await seeded();
}, 30_000);
afterAll(() => all.stage[Symbol.asyncDispose]());

test('P1: three programs, ten mentors in all their moods, five mentees, a manager, an admin', async () => {
  const { stage } = all;
  const snapshots = await snapshotsOf(all);
  const list = await stage.know(all.people.get('anneli@confab.example') ?? '', 'program.list', {});
  expect(list).toHaveLength(3);
  const mentors = snapshots.filter(({ me }) => me.memberships.some((one) => one.role === 'mentor'));
  expect(mentors).toHaveLength(10);
  const moods = mentors.flatMap(({ me }) =>
    me.memberships.map((one) => `${one.status} ${one.availability}`),
  );
  expect(new Set(moods)).toEqual(
    new Set(['active available', 'active busy', 'active away', 'awaiting-approval available']),
  );
  expect(new Set(mentors.map(({ me }) => me.zone.split('/')[0])).size).toBeGreaterThanOrEqual(4);
  const roles = snapshots.map(({ me }) => (me.admin ? 'admin' : me.memberships[0]?.role));
  expect(roles.filter((role) => role === 'mentee')).toHaveLength(5);
  expect(roles.filter((role) => role === 'manager')).toHaveLength(1);
  expect(roles.filter((role) => role === 'admin')).toHaveLength(1);
  for (const { me } of snapshots) {
    expect(me.portrait).toMatch(/^[a-z0-9-]{1,24}$/);
    expect(me.headline).not.toBe('');
    expect(me.languages).not.toEqual([]);
  }
});

test('G1: the main mentee has written to the main mentor, and not yet to others of her programs', async () => {
  const { stage } = all;
  const { conversations, me } = await snapshotFor(stage, all.noor);
  expect(conversations.find((one) => one.with === all.daniel)?.gatePassed).toBe(true);
  const unwritten = new Map<string, string>();
  for (const { programId } of me.memberships) {
    const { people } = await stage.know(all.noor, 'program.open', { programId });
    for (const mentor of people)
      if (!conversations.some((one) => one.with === mentor.id))
        unwritten.set(mentor.name, mentor.availability);
  }
  expect(Object.fromEntries(unwritten)).toEqual({
    'Camila Duarte': 'available',
    'Kofi Mensah': 'available',
    'Hana Sato': 'busy',
    'Ingrid Solberg': 'away',
  });
});

test('C2 C4: the longest conversation has pages; some are unread, most are read', async () => {
  const { stage } = all;
  const { conversations } = await snapshotFor(stage, all.noor);
  const long = conversations.find((one) => one.with === all.daniel);
  const page = await stage.know(all.noor, 'chat.history', {
    with: all.daniel,
    before: (long?.lastSeq ?? 0) + 1,
  });
  expect(page.more).toBe(true);
  const texts = await stage.db
    .selectFrom('message')
    .innerJoin('participant', 'participant.conversation_id', 'message.conversation_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('participant.person_id', '=', all.daniel)
    .where('message.author_id', 'in', [all.noor, all.daniel])
    .where('kind', '=', 'text')
    .executeTakeFirstOrThrow();
  expect(texts.count).toBeGreaterThan(60);
  const unread = (await snapshotsOf(all)).flatMap((one) => one.conversations.map((c) => c.unread));
  expect(unread.filter((count) => count > 0).length).toBeGreaterThanOrEqual(4);
  expect(unread.filter((count) => count === 0).length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...unread)).toBeLessThan(12);
});

test('C2 C3: folding everything that happened into an empty window gives the snapshot', async () => {
  const { stage } = all;
  const people = [...all.people.values()];
  const firsts = await stage.db
    .selectFrom('feed_entry')
    .where('seq', '=', 1)
    .select('person_id')
    .execute();
  const whole = new Set(firsts.map((one) => one.person_id));
  // The first days of those who have heard most are longer ago than feeds go back.
  expect(whole.size).toBeGreaterThanOrEqual(people.length - 2);
  for (const id of people.filter((one) => whole.has(one))) {
    const fresh = await snapshotFor(stage, id);
    let state: Snapshot = { ...fresh, seq: 0, people: {}, conversations: [], bookings: [] };
    while (state.seq < fresh.seq) {
      const { seq } = state;
      for (const event of await stage.events(id, seq)) {
        expect(event.seq).toBe(state.seq + 1);
        state = followed(state, event);
      }
      expect(state.seq).toBeGreaterThan(seq);
    }
    expect(state).toEqual(fresh);
  }
});

test('no text is a placeholder, none shouts', async () => {
  const { stage } = all;
  const messages = await stage.db.selectFrom('message').select('text').execute();
  const documents = await stage.db.selectFrom('booking').select('document').execute();
  const texts = [
    ...castNames.flatMap((name) => {
      const { email: _, ...shown } = cast[name];
      return JSON.stringify(shown);
    }),
    JSON.stringify(programs),
    ...messages.map((one) => one.text ?? ''),
    ...documents.map((one) => one.document),
  ];
  expect(texts.length).toBeGreaterThan(200);
  expect(
    texts.filter((text) => /lorem|ipsum|todo|tbd|fixme|foo\b|xxx|placeholder|asdf|!/i.test(text)),
  ).toEqual([]);
  expect(texts.filter((text) => /"[^"]*\s{2,}[^"]*"|\n/.test(text))).toEqual([]);
});

test('D6: every scene is told in the order of its days', () => {
  for (const { steps } of scenes) {
    const days = steps.map(({ when }) => (when.endsWith('min') ? 0 : Number(when.split(' ')[0])));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    // What is told in minutes comes after every whole day, wherever midnight falls.
    expect(days.filter((day) => day === -1)).toEqual([]);
  }
});

test('sign-ins: the main pair first, each at an address of their own, then everyone else', () => {
  expect(signIns.slice(0, 2).map(({ name, role }) => `${name}, ${role}`)).toEqual([
    'Noor Haddad, mentee',
    'Daniel Okafor, mentor',
  ]);
  expect(new Set(signIns.map((one) => one.email)).size).toBe(17);
  for (const { password } of signIns) expect(password.length).toBeGreaterThanOrEqual(10);
  const lines = signInLines(signIns, ['http://localhost:3000', 'http://127.0.0.1:3000']);
  expect(lines[0]).toBe('http://localhost:3000');
  expect(lines[1]).toContain('noor@confab.example');
  expect(lines[2]).toContain('http://127.0.0.1:3000');
  expect(lines[3]).toContain('daniel@confab.example');
  for (const { email, password } of signIns)
    expect(lines.filter((line) => line.includes(email) && line.includes(password))).toHaveLength(1);
});
