import type { Accounts } from '../../accounts/accounts.ts';
import { isInsecure } from '../../config/origins.ts';
import type { Edge } from '../edge.ts';
import type { Asked } from './door.ts';

/** Somebody whom visitors of the demo can be. */
export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  role: string;
  /** Seed of the drawn portrait. */
  portrait: string | null;
}

interface MeParts {
  accounts: Accounts;
  edge: Edge;
  demo: readonly DemoPerson[] | null;
  mediaHere: boolean;
}

/** Who asks, and what the sign-in page may offer. Also keeps a session in use from running out. */
export const me =
  ({ accounts, edge, demo, mediaHere }: MeParts) =>
  async (asked: Asked) => {
    const request = asked.env.incoming;
    const { session, cookies } = await accounts.renewedSession(request.headers);
    for (const cookie of cookies) asked.header('Set-Cookie', cookie, { append: true });
    const origin = edge.originOf(request);
    const otherOrigin = edge.origins().find((other) => other !== origin) ?? origin;
    return asked.json({
      signedIn: session !== null,
      demo: demo && { people: demo, otherOrigin },
      setup: accounts.setupCode !== null,
      insecure: isInsecure(origin),
      mediaHere,
    });
  };
