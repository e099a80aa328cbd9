import { randomBytes } from 'node:crypto';
import { protocolVersion, type Role } from '@confab/shared/protocol';
import { Person, type SignIn } from './person.ts';
import type { StageServer } from './server.ts';

const somebody = (name: string, zone: string): SignIn => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: `the password of ${name}`,
  zone,
});

export const programName = 'First steps';

/** A program with a mentor in Helsinki, a mentee in Tehran, a second mentee, and their admin. */
export interface Company {
  admin: Person;
  mentor: Person;
  mentee: Person;
  other: Person;
  programId: string;
  mentorId: string;
  menteeId: string;
}

/** Made as an operator makes it: the set-up code, a program, links, approval. */
export async function company(server: Pick<StageServer, 'origin' | 'setupCode'>): Promise<Company> {
  const { origin, setupCode } = server;
  const admin = await Person.enter(origin, '/api/setup', somebody('Sanna', 'Europe/Helsinki'), {
    code: setupCode ?? '',
  });
  const { programId } = await admin.do('admin.create-program', {
    name: programName,
    purpose: 'For everyone who begins, with someone who has begun before.',
  });
  const at = { origin, admin, programId };
  const mentor = await newcomer(at, 'Aino', 'Europe/Helsinki', 'mentor');
  const mentee = await newcomer(at, 'Farid', 'Asia/Tehran', 'mentee');
  const other = await newcomer(at, 'Lea', 'Europe/Helsinki', 'mentee');
  const mentorId = await idOf(mentor);
  await mentor.do('person.update', {
    portrait: 'aino',
    headline: 'Engineer, and glad to listen',
    about: 'I have built bridges for twenty years and stumbled often enough to be of use.',
    languages: ['Finnish', 'English'],
    subjects: ['Engineering', 'First jobs'],
  });
  return { admin, mentor, mentee, other, programId, mentorId, menteeId: await idOf(mentee) };
}

/** Somebody who comes into the program by an invitation link; a mentor is approved at once. */
export async function newcomer(
  { origin, admin, programId }: { origin: string; admin: Person; programId: string },
  name: string,
  zone: string,
  role: Role,
): Promise<Person> {
  const token = randomBytes(32).toString('hex');
  await admin.do('admin.invite', { programId, role, token });
  const person = await Person.enter(origin, '/api/join', somebody(name, zone), { token });
  if (role === 'mentor') {
    await admin.do('admin.approve-mentor', { programId, personId: await idOf(person) });
  }
  return person;
}

export async function idOf(person: Person): Promise<string> {
  const answer = await person.know('live.resume', { protocol: protocolVersion, after: null });
  if (!('snapshot' in answer)) throw new Error('no snapshot');
  return answer.snapshot.me.id;
}
