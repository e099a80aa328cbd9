/**
 * The one door to Temporal: the runtime's own where it has it, the polyfill where it does not.
 * Nothing else in Confab names the global or imports the polyfill.
 */
export const Temporal: typeof globalThis.Temporal =
  globalThis.Temporal ?? (await import('temporal-polyfill')).Temporal;

export type Instant = Temporal.Instant;
export type PlainDate = Temporal.PlainDate;
export type ZonedDateTime = Temporal.ZonedDateTime;
