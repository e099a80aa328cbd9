export { default as Ribbon } from './Ribbon.svelte';
export { wholeDays } from './geometry.ts';
export type {
  ClockMark,
  HeldMark,
  Mark,
  OpenMark,
  ProposalMark,
  SessionMark,
  Track,
} from './marks.ts';
