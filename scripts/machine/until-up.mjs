// @ts-check
// Waits until Confab answers: node until-up.mjs ADDRESS WITHIN-MILLISECONDS [PID]
// Ends with 0 once its health and its page are there, with 1 when the time is over or PID is gone.
const [address, within, pid] = process.argv.slice(2);
const started = performance.now();

/** @param {string} path @param {(text: string) => boolean} fits */
async function answers(path, fits) {
  try {
    const answer = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok && fits(await answer.text());
  } catch {
    return false;
  }
}

function isGone() {
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}

const isUp = async () =>
  (await answers('/healthz', () => true)) && answers('/', (text) => /<html\b/i.test(text));

let up = await isUp();
while (!up && !isGone() && performance.now() - started < Number(within)) {
  await new Promise((done) => setTimeout(done, 25));
  up = await isUp();
}
const tookMs = performance.now() - started;
const inTime = up && tookMs < Number(within);
console.log(
  `${address} ${up ? 'answers' : 'does not answer'} after ${(tookMs / 1000).toFixed(2)} s`,
);
if (!inTime) {
  console.error(isGone() ? 'It ended by itself.' : `It should have within ${within} ms.`);
  process.exitCode = 1;
}
