import { setFlagsFromString } from 'node:v8';

/**
 * Lets what is made for an answer be dropped with it. V8 guesses from what it finds alive while it
 * clears away which lines of code make what lives long, and puts all that they make from then on
 * among what is old; but an answer of a thousand messages is all alive whenever it is found half
 * made. Each short collection then moved whatever hung on answers that nobody needs any more.
 */
export function keepAnswersYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
