import type { IncomingHttpHeaders } from 'node:http';
import { APIError } from 'better-auth';
import type { Auth } from './auth.ts';

export interface Session {
  sessionId: string;
  personId: string;
}

const cookieOf = ({ cookie }: IncomingHttpHeaders): Headers =>
  new Headers(cookie === undefined ? {} : { cookie });

/** @returns the cookies to set, or null when address and password do not belong together */
export async function signIn(
  auth: Auth,
  body: { email: string; password: string },
  userAgent: string | undefined,
): Promise<string[] | null> {
  try {
    const headers = new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent });
    const entered = await auth.api.signInEmail({ body, headers, returnHeaders: true });
    return entered.headers.getSetCookie();
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

/** Who asks, where cookies can be set: a session in use is kept from running out. */
export async function renewedSession(
  auth: Auth,
  headers: IncomingHttpHeaders,
): Promise<{ session: Session | null; cookies: string[] }> {
  const { response: found, headers: set } = await auth.api.getSession({
    headers: cookieOf(headers),
    returnHeaders: true,
  });
  return {
    session: found && { sessionId: found.session.id, personId: found.user.id },
    cookies: set.getSetCookie(),
  };
}

/** @returns the cookies that forget the session */
export async function signOut(auth: Auth, headers: IncomingHttpHeaders): Promise<string[]> {
  const left = await auth.api.signOut({ headers: cookieOf(headers), returnHeaders: true });
  return left.headers.getSetCookie();
}

export async function endSessionsOf(auth: Auth, personId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(personId);
}
