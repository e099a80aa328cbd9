export * from './call.ts';
export * from './commands.ts';
export * from './queries.ts';
export * from './refusal.ts';
export * from './snapshot.ts';
export * from './socket.ts';
export * from './version.ts';
export * from './views.ts';
