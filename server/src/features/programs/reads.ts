import { defaultSettings } from '@confab/shared';
import type { QueryHandlers } from '../../command/handlers.ts';
import { personRow } from '../people/queries.ts';
import { mentorCards, programCards } from './directory.ts';
import { overviewOf } from './overview.ts';
import {
  decidedSettings,
  membershipsOf,
  programName,
  settingsOf,
  settingsShown,
} from './queries.ts';
import { standingIn, undecided } from './settings.ts';

const notFound = { ok: false, code: 'not-found' } as const;

/** The directory: what members see of their programs. */
export const programReads = {
  'program.list': async ({ tx, actorId }) => {
    const person = await personRow(tx, actorId);
    return { ok: true, value: await programCards(tx, { id: actorId, admin: person?.admin === 1 }) };
  },

  'program.open': async ({ tx, actorId, now }, { programId }) => {
    const person = await personRow(tx, actorId);
    const visible = await programCards(tx, { id: actorId, admin: person?.admin === 1 });
    const card = visible.find((one) => one.id === programId);
    if (!card) return notFound;
    const settings = (await settingsOf(tx, programId)) ?? defaultSettings;
    const people = await mentorCards(tx, { id: programId, settings }, now);
    return { ok: true, value: { ...card, settings, people } };
  },

  'program.settings': async ({ tx, actorId }, { programId }) => {
    const standing = await standingIn(tx, programId, actorId);
    if (standing !== 'decides') return undecided(standing);
    const present = await decidedSettings(tx, programId);
    if (!present) return notFound;
    return { ok: true, value: { ...present, programName: await programName(tx, programId) } };
  },

  'mentor.open': async ({ tx, actorId, now }, { programId, mentorId }) => {
    const person = await personRow(tx, actorId);
    const visible = await programCards(tx, { id: actorId, admin: person?.admin === 1 });
    if (!visible.some((one) => one.id === programId)) return notFound;
    const settings = (await settingsShown(tx, programId)) ?? defaultSettings;
    const [card] = await mentorCards(tx, { id: programId, settings }, now, mentorId);
    const mentor = await personRow(tx, mentorId);
    if (!card || !mentor) return notFound;
    const seen = new Set(visible.map((one) => one.id));
    const programs = (await membershipsOf(tx, mentorId))
      .filter((one) => one.role === 'mentor' && one.status === 'active' && seen.has(one.programId))
      .map(({ programId: id, programName: name }) => ({ id, name }));
    return { ok: true, value: { ...card, about: mentor.about, programs } };
  },

  'admin.overview': async ({ tx, actorId, now }) => {
    const person = await personRow(tx, actorId);
    if (person?.admin !== 1) return { ok: false, code: 'forbidden' };
    return { ok: true, value: { programs: await overviewOf(tx, now) } };
  },
} satisfies Partial<QueryHandlers>;
