export { Temporal, type Instant, type PlainDate, type ZonedDateTime } from './temporal.ts';
export { fromText, toText } from './text.ts';
export { fromJson, toJson, type Json } from './json.ts';
