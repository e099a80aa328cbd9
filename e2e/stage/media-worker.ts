import { readdirSync, readFileSync } from 'node:fs';

/** Process id of the one media worker that this run's Confab has. @throws when there is none, or more */
export function mediaWorker(): number {
  const workers = below(process.pid).filter((pid) => nameOf(pid).startsWith('mediasoup-work'));
  const [pid] = workers;
  if (pid === undefined || workers.length > 1)
    throw new Error(`${String(workers.length)} media workers run, not one`);
  return pid;
}

/** Every process begun by this one, or by one of its own. */
function below(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...below(child)]);
}

function childrenOf(pid: number): number[] {
  const threads = unlessGone(() => readdirSync(`/proc/${String(pid)}/task`), []);
  return threads.flatMap((thread) =>
    unlessGone(() => readFileSync(`/proc/${String(pid)}/task/${thread}/children`, 'utf8'), '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
}

const nameOf = (pid: number): string =>
  unlessGone(() => readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim(), '');

/** A process may end while it is looked at. */
function unlessGone<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
