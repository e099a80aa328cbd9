import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '../neighbours/free-port.ts';
import { ServerProcess, type Place } from '../neighbours/server-process.ts';
import { Visitor } from '../neighbours/visitor.ts';

/** A served Confab with a mentor and a mentee in it, each with a window. */
export interface House extends AsyncDisposable {
  origin: string;
  server: ServerProcess;
  admin: Visitor;
  mentor: Visitor;
  mentee: Visitor;
  /** Lets somebody else in, by a link. */
  enter: (name: string, role: 'mentor' | 'mentee') => Promise<Visitor>;
  /** How many lines of the log begin with these words. */
  said: (words: string) => number;
}

export async function house(env: Record<string, string> = {}, place?: Place): Promise<House> {
  await using owned = new AsyncDisposableStack();
  const port = await freePort();
  const origin = `http://localhost:${String(port)}`;
  const server = owned.use(
    await ServerProcess.start(port, { ORIGIN: origin, ...env }, null, place),
  );
  const visitors = owned.use(new DisposableStack());
  const code = server.setupCode ?? '';
  const admin = visitors.use(await Visitor.enter(origin, 'Sanna', '/api/setup', { code }));
  const { programId } = await admin.do('admin.create-program', { name: 'First', purpose: '' });
  const enter = async (name: string, role: 'mentor' | 'mentee') => {
    const token = randomBytes(32).toString('hex');
    await admin.do('admin.invite', { programId, role, token });
    return visitors.use(await Visitor.enter(origin, name, '/api/join', { token }));
  };
  const mentor = await enter('Aino', 'mentor');
  const mentee = await enter('Farid', 'mentee');
  await admin.do('admin.approve-mentor', { programId, personId: mentor.id });
  const everything = owned.move();
  return {
    origin,
    server,
    admin,
    mentor,
    mentee,
    enter,
    said: (words) => server.said(words),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

export interface Message {
  id: string;
  text: string;
}

export const messages = (count: number): Message[] =>
  Array.from({ length: count }, (_, n) => ({ id: randomUUID(), text: `Number ${String(n)}` }));

/** Sends them all at once, as they are. @returns the code of each answer, `ok` for success */
export const send = ({ mentee, mentor }: House, all: readonly Message[]): Promise<string[]> =>
  Promise.all(
    all.map(async ({ id, text }) => {
      const answer = await mentee.give('chat.send', { to: mentor.id, text }, id);
      return answer.ok ? 'ok' : answer.code;
    }),
  );

/** What has arrived at the mentor's window. */
export const arrived = ({ mentor }: House): string[] =>
  mentor.events.flatMap((one) =>
    one.kind === 'message' && 'text' in one.message ? one.message.text : [],
  );
