import type { BookingView } from '@confab/shared/protocol';
import type { CastName } from '../cast/cast.ts';
import type { ProgramName } from '../programs.ts';

/** What the story has made so far, by the names that the scenes use. */
export class World {
  readonly #people = new Map<CastName, string>();
  readonly #programs = new Map<ProgramName, string>();
  readonly #bookings = new Map<string, BookingView>();

  addPerson(name: CastName, id: string): void {
    this.#people.set(name, id);
  }

  addProgram(name: ProgramName, id: string): void {
    this.#programs.set(name, id);
  }

  keepBooking(name: string, view: BookingView): void {
    this.#bookings.set(name, view);
  }

  person(name: CastName): string {
    return present(name, this.#people.get(name));
  }

  program(name: ProgramName): string {
    return present(name, this.#programs.get(name));
  }

  booking(name: string): BookingView {
    return present(name, this.#bookings.get(name));
  }
}

function present<Value>(name: string, value: Value | undefined): Value {
  if (value === undefined) throw new Error(`The story has no ${name} yet`);
  return value;
}
