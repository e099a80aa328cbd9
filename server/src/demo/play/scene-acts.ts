import { fromJson, seenVersion, type Booking, type Instant } from '@confab/shared';
import type { Answer, BookingView } from '@confab/shared/protocol';
import type { Core } from '../../core.ts';
import { cast } from '../cast/cast.ts';
import { attend } from './attend.ts';
import { give, granted } from './give.ts';
import type { Act } from './perform.ts';
import type { Scene, Stage } from './scene.ts';
import { moment, onFiveMinutes, written } from './when.ts';
import type { World } from './world.ts';

/** A scene's steps as commands of its two people, each under its own instant. */
export function sceneActs(core: Core, world: World, scene: Scene, now: Instant): Act[] {
  const stage = stageOf(world, scene, now);
  return scene.steps.map((step) => {
    const at = moment(step.when, scene.zone, now);
    const perform = async () => {
      const given = step.command(stage);
      const answer = await give(core, world.person(step.by), given, at);
      const value = granted(`${step.by} ${step.when} ${given[0]}`, answer as Answer<unknown>);
      if (step.booking) world.keepBooking(keyOf(scene, step.booking), value as BookingView);
      if (!step.met) return;
      const { booking } = world.booking(keyOf(scene, step.met.booking));
      await attend(core, fromJson<Booking>(booking), step.met.sides, at);
    };
    return { at, perform };
  });
}

/** Bookings are named within their scene. */
const keyOf = ({ mentee, mentor }: Scene, booking: string) => `${mentee}-${mentor}-${booking}`;

function stageOf(world: World, scene: Scene, now: Instant): Stage {
  const { program, mentee, mentor, zone } = scene;
  return {
    get programId() {
      return world.program(program);
    },
    get mentorId() {
      return world.person(mentor);
    },
    otherOf: (name) => world.person(name === mentee ? mentor : mentee),
    startFor: (name, when) => written(onFiveMinutes(moment(when, zone, now)), cast[name].zone),
    seen: (name) => {
      const { booking } = world.booking(keyOf(scene, name));
      return { bookingId: booking.id, version: seenVersion(fromJson<Booking>(booking)) };
    },
    judged: (name) => {
      const { booking } = world.booking(keyOf(scene, name));
      return { bookingId: booking.id, revision: booking.revision };
    },
  };
}
