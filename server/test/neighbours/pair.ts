import { randomBytes } from 'node:crypto';
import { usualPace, type LookoutPace } from '../../src/gateway/lookout.ts';
import { freePort } from './free-port.ts';
import { OneAddress } from './one-address.ts';
import { ServerProcess } from './server-process.ts';
import { Visitor } from './visitor.ts';

/** Two servers behind one address: a mentor's window at the second, all others' at the first. */
export interface Pair extends AsyncDisposable {
  address: OneAddress;
  servers: [ServerProcess, ServerProcess];
  admin: Visitor;
  mentee: Visitor;
  mentor: Visitor;
  programId: string;
  /** Lets somebody else in, by a link, with a window at one of them. */
  enter: (name: string, role: 'mentor' | 'mentee', server: 0 | 1) => Promise<Visitor>;
}

/** It never looks: what it shows of another server it was told. */
export const neverLooks: LookoutPace = { turn: 2 ** 31 - 1, calm: 1 };

/** @param redis where each of them finds it */
export async function pair(
  databaseUrl: string,
  redis: [string, string],
  lookout = usualPace,
): Promise<Pair> {
  await using owned = new AsyncDisposableStack();
  const address = owned.use(await OneAddress.open());
  const { origin } = address;
  const env = (server: 0 | 1) => ({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis[server],
    ORIGIN: origin,
    LOOKOUT: JSON.stringify(lookout),
  });
  const first = owned.use(await ServerProcess.start(await freePort(), env(0)));
  const code = first.setupCode ?? '';
  address.ports.push(first.port);
  const visitors = owned.use(new DisposableStack());
  const admin = visitors.use(await Visitor.enter(origin, 'Sanna', '/api/setup', { code }));
  const second = owned.use(await ServerProcess.start(await freePort(), env(1), first));
  address.ports.push(second.port);

  const program = { name: 'First steps', purpose: '' };
  const { programId } = await admin.do('admin.create-program', program);
  const enter = async (name: string, role: 'mentor' | 'mentee', server: 0 | 1) => {
    const token = randomBytes(32).toString('hex');
    await admin.do('admin.invite', { programId, role, token });
    address.only = address.ports[server] ?? null;
    const visitor = visitors.use(await Visitor.enter(origin, name, '/api/join', { token }));
    address.only = null;
    return visitor;
  };
  const mentee = await enter('Farid', 'mentee', 0);
  const mentor = await enter('Aino', 'mentor', 1);
  await admin.do('admin.approve-mentor', { programId, personId: mentor.id });
  const everything = owned.move();
  return {
    address,
    servers: [first, second],
    admin,
    mentee,
    mentor,
    programId,
    enter,
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
