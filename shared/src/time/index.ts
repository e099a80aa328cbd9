export { Temporal, type Instant, type PlainDate, type ZonedDateTime } from './temporal.ts';
export { fromText, toText } from './text.ts';
export { fromJson, toJson, type Json } from './json.ts';
export { addMinutes, earliest, isBefore, latest, minutesBetween } from './order.ts';
export { joined, type Span } from './span.ts';
export { isZone } from './zone.ts';
export { resolveLocal, type LocalMoment, type ResolvedMoment } from './local-moment.ts';
