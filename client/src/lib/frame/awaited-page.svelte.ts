import { afterNavigate, beforeNavigate, goto } from '$app/navigation';
import { live } from '#lib/live/index.ts';

/**
 * A page that was asked for while the line is gone, and whose scripts were never here: the page at
 * hand stays, and the other opens as soon as Confab answers. Without this the browser itself would
 * go there, and show that nobody answers.
 */
export class AwaitedPage {
  readonly #known: string[] = [];
  #url = $state.raw<URL | null>(null);

  /** Within a component that stays over navigations. */
  constructor() {
    afterNavigate(({ to }) => {
      if (to?.route.id) this.#known.push(to.route.id);
    });
    beforeNavigate(({ to, willUnload, cancel }) => {
      this.#url = null;
      const { state } = live.connection;
      if (state !== 'reconnecting' && state !== 'offline') return;
      if (willUnload || !to?.route.id || this.#known.includes(to.route.id)) return;
      cancel();
      this.#url = to.url;
    });
    $effect(() => {
      if (this.#url && live.connection.state === 'online') void goto(this.#url);
    });
  }

  get waits(): boolean {
    return this.#url !== null;
  }
}
