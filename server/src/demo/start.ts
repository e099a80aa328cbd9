import type { Instant } from '@confab/shared';
import type { Accounts } from '../accounts/accounts.ts';
import type { Core } from '../core.ts';
import { createDemo } from './demo.ts';
import type { DemoSignIn } from './sign-in.ts';
import { isMade, noteMade } from './whole.ts';

/** Makes the demo on its first start, and sees to it at every one that there is something to do now. */
export async function startDemo(
  core: Core,
  accounts: Accounts,
  now: Instant,
): Promise<readonly DemoSignIn[]> {
  const demo = createDemo({
    core,
    createAccount: async ({ now: at, admin, ...newcomer }) => {
      const made = await accounts.create(newcomer, at, admin);
      if (!made.ok) throw new Error(`The demo could not make ${newcomer.email}: ${made.code}`);
      return made;
    },
  });
  const { db } = core.ledger.store;
  if (!(await isMade(db))) await demo.seed(now);
  await noteMade(db);
  await demo.refresh(now);
  return demo.people;
}
