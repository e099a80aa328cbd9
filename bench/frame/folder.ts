import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a benchmark's own, gone with whoever uses it, and with this process at the latest. */
export class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'confab-bench-'));
  readonly #remove = () => rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });

  constructor() {
    process.once('exit', this.#remove);
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#remove);
    this.#remove();
  }
}
