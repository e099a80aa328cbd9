import type { HttpAnswer, Role } from '@confab/shared/protocol';
import type { Shut } from './door.ts';

/** What an invitation link admits to. */
export interface Invitation {
  programName: string;
  role: Role;
}

/** What was seen: null for a link that admits nobody; or why nothing could be seen. */
export type Looked = { ok: true; value: Invitation | null } | { ok: false; code: Shut };

/** Looks at what a link admits to, before anything is asked of whoever holds it. */
export async function lookAt(token: string): Promise<Looked> {
  try {
    const response = await fetch('/api/join/look', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return (await response.json()) as HttpAnswer<Invitation | null>;
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
