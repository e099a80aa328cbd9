/** Stands for an argument while a question that is asked often is put into SQL. */
export class Gap {
  readonly place: number;
  /** What stands for the one text, where it stands for lists of exactly one. */
  readonly only: Only | null;

  constructor(place: number, single: boolean) {
    this.place = place;
    this.only = single ? new Only(place) : null;
  }
}

/** Stands for the one text of an argument that is a list. */
export class Only {
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }
}
