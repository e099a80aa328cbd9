import type { Refusal } from '@confab/shared/protocol';

/** The part of the details that a refusal is about; `all`: the request as such. */
export type RefusedField = 'time' | 'which' | 'duration' | 'location' | 'note' | 'all';

/** Where a refusal's sentence belongs. */
export function refusedField(refusal: Refusal): RefusedField {
  switch (refusal.code) {
    case 'time-gap':
    case 'time-fold':
      return 'which';
    case 'bad-time':
    case 'in-the-past':
    case 'notice':
    case 'horizon':
    case 'busy':
    case 'overlapping-request':
    case 'no-change':
      return 'time';
    case 'duration':
      return 'duration';
    case 'location':
      return 'location';
    case 'malformed':
      return malformedField(refusal.field);
    default:
      return 'all';
  }
}

function malformedField(path: string): RefusedField {
  if (path.startsWith('start')) return 'time';
  if (path.startsWith('minutes')) return 'duration';
  if (path.startsWith('location')) return 'location';
  return path.startsWith('note') ? 'note' : 'all';
}
