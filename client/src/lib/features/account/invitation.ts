import type { HttpAnswer, Role } from '@confab/shared/protocol';

/** What an invitation link admits to. */
export interface Invitation {
  programName: string;
  role: Role;
}

/** @returns null for a link that admits nobody, or when no Confab answers */
export async function lookAt(token: string): Promise<Invitation | null> {
  if (!token) return null;
  try {
    const response = await fetch('/api/join/look', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const answer = (await response.json()) as HttpAnswer<Invitation>;
    return answer.ok ? answer.value : null;
  } catch {
    return null;
  }
}
