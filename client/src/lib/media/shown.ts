/** Milliseconds over which changes of size are gathered. */
const gathering = 150;

export interface ShownPicture {
  personId: string;
  source: 'camera' | 'screen';
  /** Device pixels; 0 × 0: out of sight. */
  width: number;
  height: number;
}

/** Remembers at what size each picture is shown, and tells of changes a few times a second. */
export class Shown {
  #pictures = new Map<string, ShownPicture>();
  #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tell: (pictures: ShownPicture[]) => void;

  constructor(tell: (pictures: ShownPicture[]) => void) {
    this.#tell = tell;
  }

  set(picture: ShownPicture): void {
    const key = `${picture.personId} ${picture.source}`;
    this.#pictures.set(key, picture);
    this.#changed.add(key);
    this.#timer ??= setTimeout(() => this.#flush(), gathering);
  }

  /** Tells this person's picture again: it arrives by a new consumer. */
  renew(personId: string, source: string): void {
    const known = this.#pictures.get(`${personId} ${source}`);
    if (known) this.set(known);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #flush(): void {
    this.#timer = undefined;
    const keys = [...this.#changed];
    this.#changed.clear();
    this.#tell(keys.flatMap((key) => this.#pictures.get(key) ?? []));
  }
}
