import type { TransitionConfig } from 'svelte/transition';
import { prefersReducedMotion } from 'svelte/motion';

/** How long things take to change place, in milliseconds; nothing moves for who asked for that. */
export const moving = (): number => (prefersReducedMotion.current ? 0 : 180);

/** A row leaves towards the tab of its new shelf. @param tab that tab, if it is known */
export function toShelf(
  row: HTMLElement,
  { tab }: { tab: () => HTMLElement | null },
): TransitionConfig {
  const from = row.getBoundingClientRect();
  const to = tab()?.getBoundingClientRect();
  const x = to ? to.left + to.width / 2 - (from.left + from.width / 2) : 0;
  const y = to ? to.top + to.height / 2 - (from.top + from.height / 2) : 0;
  return {
    duration: moving(),
    css: (shown, gone) =>
      `transform: translate(${x * gone}px, ${y * gone}px) scale(${1 - 0.85 * gone}); opacity: ${shown}`,
  };
}
