// Some people's windows, in a process of their own: `node clients.ts <origin> <people.json> <from> <to>`
import { readFileSync } from 'node:fs';
import type { Townsman } from '../town/town.ts';
import { Window, type Return } from './window.ts';

/** What is asked of this process. */
export type Wish =
  /** The line will be lost: notes from now on how it comes back. Every tenth writes meanwhile. */
  | { kind: 'watch'; forget: boolean }
  /** How everyone came back, once all did or there is no more time. */
  | { kind: 'tell'; patienceMs: number };

export interface Told {
  returns: Return[];
  refused: Record<string, number>;
}

const [, , origin = '', file = '', from = '', to = ''] = process.argv;
const people = (JSON.parse(readFileSync(file, 'utf8')) as Townsman[]).slice(
  Number(from),
  Number(to),
);
const windows = people.map((person) => new Window(origin, person));
for (const window of windows) await window.open();

let returns: Return[] = [];
let all: Promise<unknown> = Promise.resolve();

process.on('message', (wish: Wish) => {
  if (wish.kind === 'watch') {
    returns = [];
    all = Promise.all(
      windows.map(async (window, n) => {
        if (wish.forget) window.forget();
        window.waiting = n % 10 === 0 ? 'I wrote this while you were away.' : null;
        window.refused.length = 0;
        returns.push(await window.comesBack());
      }),
    );
    process.send?.({});
    return;
  }
  const late = new Promise((resolve) => setTimeout(resolve, wish.patienceMs));
  void Promise.race([all, late]).then(() => {
    const refused: Told['refused'] = {};
    for (const code of windows.flatMap((window) => window.refused))
      refused[code] = (refused[code] ?? 0) + 1;
    process.send?.({ returns, refused } satisfies Told);
  });
});
process.on('disconnect', () => process.exit());
process.send?.({ windows: windows.length });
