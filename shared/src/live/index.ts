export { bound, fold } from './fold.ts';
export { namedIn, unseenCount } from './notices.ts';
