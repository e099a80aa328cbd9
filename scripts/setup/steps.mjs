// @ts-check
import { checkMachine } from './machine.mjs';

/**
 * @typedef {object} Step
 * @property {string} name   as a stamp and a person call it
 * @property {string} says   what is being done, told while it is
 * @property {() => boolean} fresh  whether it was done already for what is there now; cheap
 * @property {() => Promise<void>} work  does it; throws SetUpFailure
 */

/**
 * Does the steps that are not done yet, telling which. Says nothing when all are.
 *
 * @param {Step[]} steps
 */
export async function doSteps(steps) {
  checkMachine();
  for (const [index, step] of steps.entries()) {
    if (step.fresh()) continue;
    const started = performance.now();
    console.log(`[${index + 1}/${steps.length}] ${step.says}`);
    await step.work();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`[${index + 1}/${steps.length}] ${step.name}: done in ${seconds} s`);
  }
}
