/** What the form holds as typed; all text, as native controls give it. */
export interface TermsDraft {
  date: string;
  time: string;
  minutes: string;
  /** `online`, `in-person`, or the name of another kind after `other:`. */
  kind: string;
  place: string;
}

const other = 'other:';

/** The value by which another kind of location is chosen. */
export const otherKind = (name: string): string => other + name;

/** The name of the other kind that {@link otherKind} made a value of. */
export const otherName = (kind: string): string => kind.slice(other.length);
