import { Person } from './person.ts';
import { StageServer } from './server.ts';
import { test as base } from './test.ts';

interface Demo {
  /** Someone of the demo's people, signed in. */
  visitor: (name: string) => Promise<Person>;
}

interface Offered {
  demo: { people: { name: string; email: string; password: string }[] };
}

/** A journey through the demo: its people, their conversations, bookings in every state. */
export const test = base.extend<Demo>({
  server: async ({ browserName: _ }, use) => {
    await using server = await StageServer.start('demo');
    await use(server);
  },
  visitor: async ({ server }, use) => {
    const answer = await fetch(`${server.origin}/api/me`);
    const { demo } = (await answer.json()) as Offered;
    const entered: Person[] = [];
    await use(async (name) => {
      const offered = demo.people.find((one) => one.name === name);
      if (!offered) throw new Error(`The demo offers nobody called ${name}`);
      const signIn = { ...offered, zone: 'Europe/Helsinki' };
      const person = await Person.enter(server.origin, '/api/sign-in', signIn);
      entered.push(person);
      return person;
    });
    for (const person of entered) person[Symbol.dispose]();
  },
});
