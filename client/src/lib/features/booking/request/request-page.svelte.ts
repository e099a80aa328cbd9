import type { MentorProfile, ProgramView } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';
import { viewerZone } from '#lib/ui/time/zone.ts';
import { barredFrom, type Barred } from './barred.ts';
import { Request } from './request.svelte.ts';

/** Whom and what a request is about, and whether one can be made. */
export class RequestPage {
  readonly programId: string;
  readonly mentorId: string;
  #program = $state.raw<ProgramView | null>(null);
  #mentor = $state.raw<MentorProfile | null>(null);
  #request = $state.raw<Request | null>(null);
  #refused = $state<string | null>(null);

  constructor(programId: string, mentorId: string) {
    this.programId = programId;
    this.mentorId = mentorId;
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
    const [program, mentor] = await Promise.all([
      live.ask('program.open', { programId }),
      live.ask('mentor.open', { programId, mentorId }),
    ]);
    if (!program.ok) return this.#refuse(sentence(program));
    if (!mentor.ok) return this.#refuse(sentence(mentor));
    this.#refused = null;
    this.#program = program.value;
    this.#mentor = mentor.value;
    this.#request ??= new Request(this, program.value.settings, viewerZone());
  }

  #refuse(words: string): void {
    this.#refused = words;
  }
}
