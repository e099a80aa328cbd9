export * from './calls.ts';
export * from './control.ts';
export * from './events.ts';
export * from './grant.ts';
export * from './refusal.ts';
export * from './rtp.ts';
export * from './source.ts';
export * from './transport.ts';
