import { randomBytes, randomUUID } from 'node:crypto';
import { Temporal, type Instant } from '@confab/shared';
import { protocolVersion } from '@confab/shared/protocol';
import type {
  Answer,
  CommandName,
  CommandValue,
  CommandWire,
  FeedEvent,
  QueryName,
  QueryValue,
  QueryWire,
  Role,
} from '@confab/shared/protocol';
import { createCore, type Core } from '../../src/core.ts';
import type { DirectoryChange } from '../../src/command/context.ts';
import type { Db } from '../../src/db/database.ts';
import { openSqlite } from '../../src/db/open.ts';
import type { Store } from '../../src/db/store.ts';
import type { Grown } from '../../src/feed/grown.ts';
import { addPerson } from '../../src/features/people/store.ts';
import { freshStore } from './fresh-store.ts';
import { plainSigner, QuietMedia } from './quiet-media.ts';
import { testSeal } from './test-seal.ts';

/** A Confab without its edges, on a real store, with a clock that the test moves. */
export class Stage {
  readonly db: Db;
  readonly core: Core;
  readonly media = new QuietMedia();
  readonly failures: unknown[] = [];
  now: Instant;
  directoryChanged: (change: DirectoryChange) => void = () => undefined;
  /** Who is told of grown feeds; a gateway, where a test has one. */
  pushed: (grown: Grown) => void = () => undefined;
  /** Who has a window open; those of a gateway, where a test has one. */
  watches: (personId: string) => boolean = () => false;

  /** Told that there is mail to send; a sender, where a test has one. */
  wakeSender: () => void = () => undefined;

  /** Hosts of push services that may be sent to. */
  readonly pushServices = ['push.example'];

  private constructor(store: Store, now: Instant) {
    this.db = store.db;
    this.now = now;
    this.core = createCore({
      store,
      clock: () => this.now,
      media: this.media,
      signer: plainSigner,
      seal: testSeal,
      pushed: (grown) => {
        this.pushed(grown);
      },
      watches: (personId) => this.watches(personId),
      directoryChanged: (change) => {
        this.directoryChanged(change);
      },
      failed: (error) => void this.failures.push(error),
      wakeSender: () => {
        this.wakeSender();
      },
      pushing: { key: 'the key for browsers', services: this.pushServices },
    });
  }

  static async open(now = '2026-03-02T09:00:00Z', file?: string): Promise<Stage> {
    return Stage.on(await (file === undefined ? freshStore() : openSqlite(file)), now);
  }

  /** On a store that the test has opened itself. */
  static on(store: Store, now: string): Stage {
    return new Stage(store, Temporal.Instant.from(now));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.core.ledger.store[Symbol.asyncDispose]();
  }

  pass(duration: { hours?: number; minutes?: number; seconds?: number; milliseconds?: number }) {
    this.now = this.now.add(duration);
  }

  give<Name extends CommandName>(
    actorId: string,
    name: Name,
    input: CommandWire<Name>,
    commandId: string = randomUUID(),
  ): Promise<Answer<CommandValue<Name>>> {
    return this.core.dispatch.command(
      signedIn(actorId),
      name,
      commandId,
      input,
      this.now,
    ) as Promise<Answer<CommandValue<Name>>>;
  }

  /** The same, when nothing but success will do. @throws Error with the refusal */
  async do<Name extends CommandName>(actorId: string, name: Name, input: CommandWire<Name>) {
    return granted(name, await this.give(actorId, name, input));
  }

  ask<Name extends QueryName>(
    actorId: string,
    name: Name,
    input: QueryWire<Name>,
  ): Promise<Answer<QueryValue<Name>>> {
    return this.core.dispatch.query(signedIn(actorId), name, input, this.now) as Promise<
      Answer<QueryValue<Name>>
    >;
  }

  async know<Name extends QueryName>(actorId: string, name: Name, input: QueryWire<Name>) {
    return granted(name, await this.ask(actorId, name, input));
  }

  /** What a window that stands at `after` is told. */
  async events(actorId: string, after: number): Promise<FeedEvent[]> {
    const answer = await this.know(actorId, 'live.resume', { protocol: protocolVersion, after });
    if (!('events' in answer)) throw new Error('a snapshot instead of events');
    return answer.events;
  }

  async person(name: string, zone = 'Europe/Helsinki', admin = false): Promise<string> {
    const id = randomUUID();
    const email = `${name.toLowerCase()}@example.org`;
    await addPerson(this.db, { id, name, email, zone, admin }, this.now);
    return id;
  }

  /** Makes an invitation. @returns the token of its link */
  async invite(admin: string, programId: string, role: Role): Promise<string> {
    const token = randomBytes(32).toString('hex');
    await this.do(admin, 'admin.invite', { programId, role, token });
    return token;
  }

  /** Lets a person into a program the way people come in: by a link, and approval for mentors. */
  async join(admin: string, programId: string, personId: string, role: Role): Promise<void> {
    const token = await this.invite(admin, programId, role);
    await this.do(personId, 'invitation.accept', { token });
    if (role === 'mentor') await this.do(admin, 'admin.approve-mentor', { programId, personId });
  }
}

const signedIn = (personId: string) => ({ personId, sessionId: `sign-in of ${personId}` });

function granted<Value>(name: string, answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}
