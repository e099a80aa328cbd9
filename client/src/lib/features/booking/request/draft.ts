import type { ProgramSettings } from '@confab/shared';
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

/**
 * The draft that was kept, as far as it still fits the program; for the rest, what is usual.
 *
 * @param kept the text that {@link keptText} made, or null
 */
export function openedDraft(kept: string | null, settings: ProgramSettings): RequestDraft {
  const fields = fieldsOf(kept);
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
