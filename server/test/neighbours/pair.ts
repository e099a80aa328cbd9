import { randomBytes } from 'node:crypto';
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
}

export async function pair(databaseUrl: string, redisUrl: string): Promise<Pair> {
  await using owned = new AsyncDisposableStack();
  const address = owned.use(await OneAddress.open());
  const { origin } = address;
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, ORIGIN: origin };
  const first = owned.use(await ServerProcess.start(await freePort(), env));
  const code = first.setupCode ?? '';
  address.ports.push(first.port);
  const admin = owned.use(await Visitor.enter(origin, 'Sanna', '/api/setup', { code }));
  const second = owned.use(await ServerProcess.start(await freePort(), env, first));
  address.ports.push(second.port);

  const program = { name: 'First steps', purpose: '' };
  const { programId } = await admin.do('admin.create-program', program);
  const enter = async (name: string, role: 'mentor' | 'mentee', server: number) => {
    const token = randomBytes(32).toString('hex');
    await admin.do('admin.invite', { programId, role, token });
    address.only = address.ports[server] ?? null;
    const visitor = owned.use(await Visitor.enter(origin, name, '/api/join', { token }));
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
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}
