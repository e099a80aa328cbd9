import type { MentorProfile, ProgramView } from '@confab/shared/protocol';
import { live, openBooking } from '#lib/live/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { sentence } from '#lib/ui/sentence.ts';
import { viewerZone } from '#lib/ui/time/zone.ts';
import { barredFrom, type Barred } from './barred.ts';
import type { Before } from './draft.ts';
import { Request } from './request.svelte.ts';

/** Whom and what a request is about, and whether one can be made. */
export class RequestPage {
  readonly programId: string;
  readonly mentorId: string;
  readonly #again: string | null;
  #program = $state.raw<ProgramView | null>(null);
  #mentor = $state.raw<MentorProfile | null>(null);
  #request = $state.raw<Request | null>(null);
  #refused = $state<string | null>(null);

  /** @param again the session that is booked again; null: a new request */
  constructor(programId: string, mentorId: string, again: string | null) {
    this.programId = programId;
    this.mentorId = mentorId;
    this.#again = again;
  }

  get program(): ProgramView | null {
    return this.#program;
  }

  get mentor(): MentorProfile | null {
    return this.#mentor;
  }

  get request(): Request | null {
    return this.#request;
  }

  /** Why there is nothing to show; null otherwise. */
  get refused(): string | null {
    return this.#refused;
  }

  /** Why no request can be made; a request that was sent stays on the page. */
  get barred(): Barred | null {
    const { me } = live;
    const { mentor, program } = this;
    if (!me || !mentor || !program || this.request?.booking) return null;
    const membership = me.memberships.find((one) => one.programId === this.programId);
    const conversation = live.conversation(this.mentorId);
    const booked = live.bookings.some(({ booking }) => booking.mentorId === this.mentorId);
    return barredFrom({
      isSelf: me.id === this.mentorId,
      role: membership?.status === 'active' ? membership.role : null,
      availability: mentor.availability,
      acquainted: conversation !== null || booked,
      gatePassed: conversation?.gatePassed ?? false,
      settings: program.settings,
    });
  }

  /** Fetches program and mentor; again when the directory changes, keeping what is typed. */
  async load(): Promise<void> {
    const { programId, mentorId } = this;
    const [program, mentor, before] = await Promise.all([
      live.ask('program.open', { programId }),
      live.ask('mentor.open', { programId, mentorId }),
      this.#before(),
    ]);
    if (!program.ok) return this.#refuse(sentence(program));
    if (!mentor.ok)
      return this.#refuse(mentor.code === 'not-found' ? m.refusal_mentor_gone() : sentence(mentor));
    this.#refused = null;
    this.#program = program.value;
    this.#mentor = mentor.value;
    this.#request ??= new Request(this, program.value.settings, viewerZone(), before);
  }

  /** The session that is booked again, if it was one of theirs with this mentor. */
  async #before(): Promise<Before | null> {
    const bookingId = this.#again;
    if (bookingId === null) return null;
    let before = live.booking(bookingId);
    if (!before) {
      const answer = await live.ask('booking.open', { bookingId });
      before = answer.ok ? openBooking(answer.value) : null;
    }
    return before?.booking.mentorId === this.mentorId ? before.booking : null;
  }

  #refuse(words: string): void {
    this.#refused = words;
  }
}
