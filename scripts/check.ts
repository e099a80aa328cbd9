// `pnpm check`: everything that can be judged without a browser.
import { allChecks, summary } from './check/all.ts';
import { closingLine } from './check/tally.ts';

const tally = await allChecks();
summary(tally);
console.log(closingLine(tally));
process.exitCode = tally.wrong.length === 0 ? 0 : 1;
