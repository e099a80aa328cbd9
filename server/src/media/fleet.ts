import type { Attendance, Preparation, Prepared, Seating, SeatingAnswer } from '@confab/shared';
import type { Media, OrderFor } from '../ports/media.ts';
import type { MediaLine } from './line.ts';
import { Member, type NodeReport, type Registry } from './member.ts';

/**
 * Milliseconds for which a node out of reach is waited for before its rooms go elsewhere: long
 * enough for it to be started again, short enough to wait for.
 */
const usualGraceMs = 4000;

/** The media nodes: where rooms have their place, and what is ordered there. */
export class Fleet implements Media, Disposable {
  #members: Member[] = [];
  #registry: Registry;
  #graceMs: number;
  #keep: (event: Attendance) => Promise<void> = () => Promise.reject(new Error('not yet'));

  constructor(registry: Registry, graceMs = usualGraceMs) {
    this.#registry = registry;
    this.#graceMs = graceMs;
  }

  /** @param name where clients find it; empty: at the application's own origin */
  join(name: string, line: MediaLine): void {
    line.onAttendance((event) => this.#keep(event));
    const member: Member = new Member(name, line, this.#registry, {
      graceMs: this.#graceMs,
      heard: () => this.#leaveOlderSeats(),
    });
    line.onSeating((seating) => this.#seat(member, seating));
    this.#members.push(member);
  }

  onAttendance(listener: (event: Attendance) => Promise<void>): void {
    this.#keep = listener;
  }

  place(roomId: string, now: string | null): string | null {
    const present = this.#members.find(({ name }) => name === now);
    if (present && present.state !== 'gone') {
      const stays = present.state !== 'here' || present.open || present.has(roomId);
      if (stays) return present.state === 'here' ? present.name : null;
    }
    const chosen = this.#leastBusy();
    chosen?.expect(roomId);
    return chosen?.name ?? null;
  }

  leastBusy(): string | null {
    return this.#leastBusy()?.name ?? null;
  }

  async open(node: string, room: OrderFor<'open'>): Promise<void> {
    await this.#members.find(({ name }) => name === node)?.line.open(room);
  }

  async prepare(node: string, order: Preparation): Promise<Prepared | null> {
    const member = this.#members.find(({ name }) => name === node);
    return (await member?.line.prepare(order)) ?? null;
  }

  extend(room: OrderFor<'extend'>): Promise<void> {
    return this.#everywhere((line) => line.extend(room));
  }

  close(room: OrderFor<'close'>): Promise<void> {
    return this.#everywhere((line) => line.close(room));
  }

  evict(seat: OrderFor<'evict'>): Promise<void> {
    return this.#everywhere((line) => line.evict(seat));
  }

  /** The clock was set. */
  tellTime(): void {
    for (const { line } of this.#members) line.tellTime();
  }

  get reports(): NodeReport[] {
    return this.#members.map(({ report }) => report);
  }

  [Symbol.dispose](): void {
    for (const member of this.#members) member[Symbol.dispose]();
  }

  /**
   * One person, one seat, also where two rooms are at two nodes: each tells its seats, so here is
   * known where somebody sits. @see W5
   */
  async #seat(at: Member, seating: Seating): Promise<SeatingAnswer> {
    const others = this.#members.filter((member) => member !== at && member.seatBeside(seating));
    if (others.length > 0 && !seating.leaveOther) return 'elsewhere';
    at.promise(seating);
    await Promise.all(others.map((member) => member.moveOn(seating)));
    return 'free';
  }

  /** Whoever has a seat at another node as well took it while this one was out of reach. @see W5 */
  #leaveOlderSeats(): void {
    for (const member of this.#members)
      for (const older of member.older)
        for (const other of this.#members) {
          const later = other === member ? null : other.seatBeside(older);
          if (later) void member.moveOn(later).catch(this.#registry.failed);
        }
  }

  #leastBusy(): Member | null {
    const busy = ({ status }: Member) => Math.round((status?.load ?? 0) * 10);
    const open = this.#members.filter((member) => member.open);
    return open.toSorted((a, b) => busy(a) - busy(b) || a.rooms - b.rooms)[0] ?? null;
  }

  /** A room may still stand where it had its place before. */
  async #everywhere(order: (line: MediaLine) => Promise<unknown>): Promise<void> {
    await Promise.all(this.#members.map(({ line }) => order(line)));
  }
}
