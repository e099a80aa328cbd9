export { default as Ribbon } from './Ribbon.svelte';
export { wholeDays } from './geometry.ts';
export type { Mark, Track } from './marks.ts';
