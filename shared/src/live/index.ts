export { bound, fold } from './fold.ts';
