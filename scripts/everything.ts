// What `npm test` runs once the machine is set up: the checks, then the journeys.
import { allChecks, summary } from './check/all.ts';
import { journeys } from './check/journeys.ts';
import { closingLine, sum } from './check/tally.ts';

const tally = sum([await allChecks(), await journeys()]);
summary(tally);
console.log(closingLine(tally));
process.exitCode = tally.wrong.length === 0 ? 0 : 1;
