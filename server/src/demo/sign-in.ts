import type { Instant } from '@confab/shared';
import { cast, castNames, type CastName } from './cast/cast.ts';

/** Makes an account and the person behind it under `now`; the person's id is the account's. */
export type CreateAccount = (account: {
  email: string;
  password: string;
  name: string;
  /** IANA zone. */
  zone: string;
  admin: boolean;
  now: Instant;
}) => Promise<{ personId: string }>;

/** Someone whom a visitor can be. */
export interface DemoSignIn {
  name: string;
  email: string;
  password: string;
  role: 'mentee' | 'mentor' | 'manager' | 'admin';
  /** Seed of the drawn portrait. */
  portrait: string;
}

/** The two with whom the whole journey is easiest: a mentee, and the mentor she works with. */
export const mainPair = { mentee: 'noor', mentor: 'daniel' } as const satisfies Record<
  string,
  CastName
>;

const main: readonly CastName[] = [mainPair.mentee, mainPair.mentor];

/** The main pair first. */
export const signIns: DemoSignIn[] = [
  ...main,
  ...castNames.filter((name) => !main.includes(name)),
].map((who) => {
  const { name, email, password, role, portrait } = cast[who];
  return { name, email, password, role, portrait };
});

/**
 * What the console says: the two main people, each at an address of their own, so that one browser
 * can be both; then the others.
 *
 * @param origins the first person's address and the second's, such as `http://localhost:3000`
 */
export function signInLines(
  people: readonly DemoSignIn[],
  origins: readonly [first: string, second: string],
): string[] {
  const width = Math.max(...people.map((one) => one.email.length));
  const line = ({ name, email, password, role }: DemoSignIn) =>
    `  ${email.padEnd(width)}  ${password.padEnd(18)}  ${name}, ${role}`;
  const [first, second, ...others] = people;
  return [
    ...(first ? [origins[0], line(first)] : []),
    ...(second ? [`${origins[1]}  (the same Confab, for the other of the two)`, line(second)] : []),
    ...(others.length > 0 ? ['Also, at either address'] : []),
    ...others.map(line),
  ];
}
