/** How often a benchmark that alternates between whole servers does so. */
export const rounds = often('BENCH_ROUNDS', 3);
/** How often every other one does what it measures. */
export const runs = often('BENCH_RUNS', 15);

/** @throws when the variable is set to what is no number of times */
function often(variable: string, usual: number): number {
  const times = Number(process.env[variable] ?? usual);
  if (!Number.isInteger(times) || times < 1)
    throw new Error(`${variable} is a number of times, from 1 on`);
  return times;
}
