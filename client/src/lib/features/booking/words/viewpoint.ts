import type { Side } from '@confab/shared';

/** From whose side a booking is told, and who the other one is. */
export interface Viewpoint {
  side: Side;
  /** The reader's IANA zone. */
  zone: string;
  other: { name: string; zone: string };
}

/** What people call each other in a sentence: `Aino Lehtonen` is `Aino`. */
export const calledName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
