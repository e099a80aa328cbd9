import type { CommandName, CommandWire, QueryValue, Role } from '@confab/shared/protocol';
import { live } from '#lib/live/index.ts';
import { sentence } from '#lib/ui/sentence.ts';

export type AdminProgram = QueryValue<'admin.overview'>['programs'][number];
export type Member = AdminProgram['members'][number];

/** The installation as an admin sees it: fetched, and fetched again after each change. */
export class Overview {
  #programs = $state.raw<AdminProgram[] | null>(null);
  #wrong = $state<string | null>(null);
  #busy = $state(false);
  #turn = 0;

  /** Null until it has come. */
  get programs(): AdminProgram[] | null {
    return this.#programs;
  }

  get wrong(): string | null {
    return this.#wrong;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Of two that overlap, the one asked for last counts. */
  async fetch(): Promise<void> {
    const turn = ++this.#turn;
    const answer = await live.ask('admin.overview', {});
    if (turn !== this.#turn) return;
    if (answer.ok) this.#programs = answer.value.programs;
    else this.#wrong = sentence(answer);
  }

  createProgram(name: string, purpose: string): Promise<boolean> {
    return this.#change('admin.create-program', { name, purpose });
  }

  approve(programId: string, personId: string): Promise<boolean> {
    return this.#change('admin.approve-mentor', { programId, personId });
  }

  suspend(programId: string, personId: string): Promise<boolean> {
    return this.#change('admin.suspend', { programId, personId });
  }

  reinstate(programId: string, personId: string): Promise<boolean> {
    return this.#change('admin.reinstate', { programId, personId });
  }

  /** @returns the invitation's address, which is never shown again; null when refused */
  async invite(programId: string, role: Role): Promise<string | null> {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const token = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const answer = await live.give('admin.invite', { programId, role, token });
    this.#wrong = answer.ok ? null : sentence(answer);
    if (!answer.ok) return null;
    void this.fetch();
    return `${location.origin}/join#${token}`;
  }

  async #change<Name extends CommandName>(name: Name, input: CommandWire<Name>): Promise<boolean> {
    this.#busy = true;
    const answer = await live.give(name, input);
    this.#wrong = answer.ok ? null : sentence(answer);
    if (answer.ok) await this.fetch();
    this.#busy = false;
    return answer.ok;
  }
}
