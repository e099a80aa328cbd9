// @ts-check
// A line that counts: rewritten in place on a terminal, now and then a new line in a log.

/**
 * @param {string} what  what is counted, for example "media worker"
 * @param {number} total
 * @returns {() => void}  call it once for each thing done
 */
export function counting(what, total) {
  const terminal = process.stderr.isTTY;
  const every = terminal ? 1 : Math.ceil(total / 20);
  let done = 0;
  return () => {
    done += 1;
    if (done % every !== 0 && done !== total) return;
    const end = terminal && done !== total ? '' : '\n';
    process.stderr.write(`${terminal ? '\r' : ''}  ${what} ${done}/${total}${end}`);
  };
}
