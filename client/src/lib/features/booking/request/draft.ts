import { bookedMinutes, type Booking, type ProgramSettings } from '@confab/shared';
import { otherKind, type TermsDraft } from '../terms/terms-draft.ts';

/** What somebody has typed into a request. */
export interface RequestDraft extends TermsDraft {
  note: string;
}

const usual = 60;

/** An hour where the program allows it, else the shortest longer one, else its longest. */
function usualMinutes({ durations }: ProgramSettings): number {
  return durations.find((minutes) => minutes >= usual) ?? durations.at(-1) ?? usual;
}

/** What a session had that is booked again. */
export type Before = Pick<Booking, 'id' | 'terms'>;

/** Its length and place, as the form holds them. */
const asBefore = ({ terms }: Before): Pick<TermsDraft, 'minutes' | 'kind' | 'place'> => {
  const { location } = terms;
  return {
    minutes: String(bookedMinutes(terms)),
    kind: location.kind === 'other' ? otherKind(location.name) : location.kind,
    place: location.kind === 'online' ? '' : location.place,
  };
};

/**
 * The draft that was kept, or the session that is booked again, as far as it still fits the
 * program; for the rest, what is usual.
 *
 * @param kept the text that {@link keptText} made, or null
 */
export function openedDraft(
  kept: string | null,
  settings: ProgramSettings,
  before: Before | null = null,
): RequestDraft {
  const fields: Record<string, unknown> =
    kept === null && before ? asBefore(before) : fieldsOf(kept);
  const field = (name: keyof RequestDraft) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const kinds = ['online', 'in-person', ...settings.otherLocations.map(otherKind)];
  const kind = field('kind');
  const minutes = field('minutes');
  return {
    date: field('date'),
    time: field('time'),
    place: field('place'),
    note: field('note'),
    kind: kinds.includes(kind) ? kind : 'online',
    minutes: settings.durations.map(String).includes(minutes)
      ? minutes
      : String(usualMinutes(settings)),
  };
}

export const keptText = (draft: RequestDraft): string => JSON.stringify(draft);

/** Whatever a browser kept, an older version's too, is read field by field. */
function fieldsOf(kept: string | null): Record<string, unknown> {
  if (kept === null) return {};
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
