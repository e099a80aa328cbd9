import type { ProgramSettings } from '../program/settings.ts';

/**
 * Where a mentee stands at the message gate: `passed`; `required`, a message must come first;
 * `recommended`, it would be kind, and nothing is refused. @see G1 G2
 */
export type GateState = 'passed' | 'required' | 'recommended';

export const gateState = (
  settings: Pick<ProgramSettings, 'messageGate'>,
  gatePassed: boolean,
): GateState => (gatePassed ? 'passed' : settings.messageGate);
