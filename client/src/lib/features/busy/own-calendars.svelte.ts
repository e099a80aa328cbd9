import { unpackBusy, type Span } from '@confab/shared';
import type { CalendarSourceView } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import { sentence } from '#lib/ui/sentence.ts';

/** A mentor's own calendars, and when they are busy by them. @see A8 */
export class OwnCalendars {
  #sources = $state.raw<CalendarSourceView[] | null>(null);
  #busy = $state.raw<Span[]>([]);
  #refused = $state<string | null>(null);

  /** Null until they have come. */
  get sources(): CalendarSourceView[] | null {
    return this.#sources;
  }

  /** In the coming days. */
  get busy(): readonly Span[] {
    return this.#busy;
  }

  /** Why the last thing was not done. */
  get refused(): string | null {
    return this.#refused;
  }

  async load(): Promise<void> {
    const answer = await live.ask('calendar-source.list', {});
    if (!answer.ok) return;
    this.#sources = answer.value.sources;
    this.#busy = unpackBusy(answer.value.busy);
  }

  async refresh({ id }: CalendarSourceView): Promise<void> {
    const answer = await live.give('calendar-source.refresh', { sourceId: id });
    this.#refused = answer.ok ? null : sentence(answer);
    if (answer.ok) await this.load();
  }

  async remove({ id }: CalendarSourceView): Promise<void> {
    const answer = await live.give('calendar-source.remove', { sourceId: id });
    this.#refused = answer.ok ? null : sentence(answer);
    if (answer.ok) announcer.say(m.hours_busy_removed());
    await this.load();
  }
}
