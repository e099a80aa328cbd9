import type { Instant } from '@confab/shared';
import type { Core } from '../core.ts';
import { opening } from './play/opening.ts';
import { perform } from './play/perform.ts';
import { sceneActs } from './play/scene-acts.ts';
import { World } from './play/world.ts';
import { refresh } from './refresh/refresh.ts';
import { scenes } from './scenes/index.ts';
import { signIns, type CreateAccount, type DemoSignIn } from './sign-in.ts';

export interface Demo {
  /** The main pair first: a mentee and the mentor she works with. */
  people: readonly DemoSignIn[];
  /**
   * First start, on an empty store: seven weeks of history up to `now`, all of it commands given
   * under earlier instants. @throws Error where the story meets a refusal
   */
  seed(now: Instant): Promise<void>;
  /** Every start: one room is open now and one request waits. Twice does no more than once. */
  refresh(now: Instant): Promise<void>;
}

/** The demo: people, programs and what passed between them, relative to the day it is made. */
export function createDemo(parts: { core: Core; createAccount: CreateAccount }): Demo {
  const { core, createAccount } = parts;
  return {
    people: signIns,
    seed: async (now) => {
      const world = new World();
      const acts = scenes.flatMap((scene) => sceneActs(core, world, scene, now));
      await perform(core, [...opening(core, world, createAccount, now), ...acts], now);
    },
    refresh: (now) => refresh(core, now),
  };
}
