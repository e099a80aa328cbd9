export * from './booking/index.ts';
export * from './busy/index.ts';
export * from './chat/index.ts';
export * from './hours/index.ts';
export * from './media/index.ts';
export * from './program/index.ts';
export * from './telling/index.ts';
export * from './time/index.ts';
