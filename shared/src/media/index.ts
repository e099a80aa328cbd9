export * from './control.ts';
export * from './grant.ts';
