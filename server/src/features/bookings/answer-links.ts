import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import {
  isBefore,
  liveOffer,
  otherSide,
  sideOf,
  standingTerms,
  toJson,
  toText,
  type Booking,
  type Instant,
} from '@confab/shared';
import type { AnswerAsked, AnswerRefusal } from '@confab/shared/protocol';
import type { Context } from '../../command/context.ts';
import { transact, type Ledger } from '../../command/transact.ts';
import { holding } from '../../feed/hold.ts';
import { cards, personRow } from '../people/queries.ts';
import { programName } from '../programs/queries.ts';
import { change } from './decide.ts';
import { settleDue } from './due.ts';
import { bookingById } from './queries.ts';

/** An offer that a link lets one person answer, until then. */
export interface LinkTo {
  personId: string;
  bookingId: string;
  version: number;
  until: Instant;
}

type Outcome<Value> = { ok: true; value: Value } | ({ ok: false } & AnswerRefusal);

const claims = v.object({
  sub: v.pipe(v.string(), v.uuid()),
  booking: v.pipe(v.string(), v.uuid()),
  version: v.pipe(v.number(), v.safeInteger()),
});

const algorithm = 'HS256';
const audience = 'answer';

/**
 * Links in letters by which an offer is answered without signing in. Signed, for one person, one
 * offer and one answer; opening one shows what is asked and changes nothing. What is decided goes
 * by the same rules as everything else.
 */
export class AnswerLinks {
  readonly #key: Uint8Array;
  readonly #ledger: Ledger;
  readonly #clock: () => Instant;

  constructor(secret: string, ledger: Ledger, clock: () => Instant) {
    // A key of its own, so that nothing else that is signed passes for such a link.
    this.#key = createHmac('sha256', secret).update('links that answer').digest();
    this.#ledger = ledger;
    this.#clock = clock;
  }

  /** @returns the token of a link */
  token({ personId, bookingId, version, until }: LinkTo): Promise<string> {
    return new SignJWT({ booking: bookingId, version })
      .setProtectedHeader({ alg: algorithm })
      .setAudience(audience)
      .setSubject(personId)
      .setExpirationTime(new Date(until.epochMilliseconds))
      .sign(this.#key);
  }

  /** What the link asks. */
  look(token: string): Promise<Outcome<AnswerAsked>> {
    return this.#with(token, async (context, link, booking) => {
      const { tx } = context;
      const side = sideOf(booking, link.personId);
      const offer = liveOffer(booking);
      if (!side || !offer) return overtaken;
      const otherId = otherSide(side) === 'mentor' ? booking.mentorId : booking.menteeId;
      const [other] = await cards(tx, [otherId]);
      const reader = await personRow(tx, link.personId);
      if (!other || !reader) return overtaken;
      const instead = standingTerms(booking);
      return {
        ok: true,
        value: {
          other,
          zone: reader.zone,
          tongue: reader.tongue,
          terms: toJson(offer.terms),
          instead: instead && toJson(instead),
          respondBy: toText(offer.respondBy),
          programName: await programName(tx, booking.programId),
        },
      };
    });
  }

  /** Answers, once. */
  answer(token: string, says: 'accept' | 'refuse'): Promise<Outcome<null>> {
    return this.#with(token, async (context, { personId, bookingId, version }) => {
      const outcome = await change(context, bookingId, { type: says, version }, personId);
      if (!outcome.ok)
        return outcome.code === 'busy' ? { ok: false, code: 'link-busy' } : overtaken;
      await context.tx
        .insertInto('used_link')
        .values({
          booking_id: bookingId,
          version,
          person_id: personId,
          used_at: toText(context.now),
        })
        .execute();
      return { ok: true, value: null };
    });
  }

  /** Reads the link, does what is due, and sees whether it still has something to answer. */
  async #with<Value>(
    token: string,
    work: (context: Context, link: Link, booking: Booking) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    const now = this.#clock();
    const read = await this.#read(token, now);
    if (!read.ok) return read;
    const { link } = read;
    return transact(this.#ledger, now, async (context) => {
      const { tx } = context;
      const people = await holding(tx, async () => {
        const booking = await bookingById(tx, link.bookingId);
        return booking ? [booking.mentorId, booking.menteeId] : [];
      });
      await settleDue(context, people);
      const used = await tx
        .selectFrom('used_link')
        .select('version')
        .where('booking_id', '=', link.bookingId)
        .where('version', '=', link.version)
        .where('person_id', '=', link.personId)
        .executeTakeFirst();
      if (used) return { ok: false, code: 'link-used' };
      const booking = await bookingById(tx, link.bookingId);
      const offer = booking && liveOffer(booking);
      const stands = offer?.version === link.version && isBefore(now, offer.respondBy);
      return booking && stands ? work(context, link, booking) : overtaken;
    });
  }

  async #read(token: string, now: Instant): Promise<{ ok: true; link: Link } | Refused> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [algorithm],
        audience,
        currentDate: new Date(now.epochMilliseconds),
      });
      const { sub, booking, version } = v.parse(claims, payload);
      return { ok: true, link: { personId: sub, bookingId: booking, version } };
    } catch (error) {
      const expired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
      return { ok: false, code: expired ? 'link-expired' : 'link-altered' };
    }
  }
}

type Link = Omit<LinkTo, 'until'>;
type Refused = { ok: false } & AnswerRefusal;

const overtaken = { ok: false, code: 'link-overtaken' } as const;
