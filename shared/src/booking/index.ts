export * from './booking.ts';
export * from './command.ts';
export * from './event.ts';
export * from './facts.ts';
export * from './location.ts';
export * from './refusal.ts';
export * from './response-clock.ts';
export * from './room.ts';
