/** Stands for an argument while a question that is asked often is put into SQL. */
export class Gap {
  readonly place: number;
  /** It stands for lists of exactly one. */
  readonly single: boolean;

  constructor(place: number, single: boolean) {
    this.place = place;
    this.single = single;
  }
}
