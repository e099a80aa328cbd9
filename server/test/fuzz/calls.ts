import * as fc from 'fast-check';
import type * as v from 'valibot';
import { commands, protocolVersion, queries } from '@confab/shared/protocol';
import { device, deviceIdOf } from '../stage/device.ts';
import { fittingCommands, fittingQueries } from './fitting.ts';
import { fromSchema, type Known } from './from-schema.ts';
import { garbage, oddities, spoilt } from './garbage.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { words } from './words.ts';

/** One call from the wire: anything may be in it. */
export interface WireCall {
  kind: 'command' | 'query';
  actor: string;
  name: unknown;
  commandId: unknown;
  input: unknown;
}

const everyCall: Record<string, { schema: v.GenericSchema }> = { ...commands, ...queries };

/** Ids of everything there is, whoever's they are; dates about now; zones, real and not. */
function known(place: Neighbourhood): Known {
  const nowhere = '00000000-0000-4000-8000-000000000000';
  const among = (ids: string[]) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.constantFrom(nowhere, ids[0]?.toUpperCase() ?? nowhere) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(...place.people, ...place.programs, ...place.bookings),
      },
    );
  const person = among(place.people);
  const mostly = <Value>(good: Value[], bad: Value[]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...good) },
      { weight: 1, arbitrary: fc.constantFrom(...bad) },
    );
  return {
    'string to': person,
    'string with': person,
    'string mentorId': person,
    'string personId': person,
    'string programId': among(place.programs),
    'string bookingId': among(place.bookings),
    'string id': among(place.bookings),
    'string withId': person,
    'string before': among(place.reviews),
    'string roomId': among(place.rooms),
    'string token': mostly(place.tokens, ['ab'.repeat(32), '', '__proto__']),
    'string date': mostly(
      ['2026-03-02', '2026-03-03', '2026-03-29'],
      ['2026-02-30', '0000-01-01', '9999-12-31', '2026-3-2'],
    ),
    'string time': mostly(['12:00', '18:15', '23:30', '03:30'], ['24:00', '99:99', '1e1:00']),
    'string zone': mostly(
      ['Europe/Helsinki', 'UTC', 'Asia/Kathmandu', 'Etc/GMT+12'],
      ['+05:30', '../etc', 'UTC\u0000', '__proto__'],
    ),
    'string opens': mostly(['06:00', '00:00', '09:30'], ['24:00', '6:00', '', '24:01']),
    'string closes': mostly(['22:00', '24:00', '17:00'], ['00:00', '25:00', '__proto__']),
    'number bookingHorizon': mostly([180, 30], [0, 0.5, -1]),
    'number protocol': mostly([protocolVersion], [0, 1]),
    'string letterId': among(place.letters),
    'number after': fc.nat(60),
    'string startsAt': fc.constantFrom('2026-03-04T10:30:00.000Z', '2026-03-02T09:00:00.000Z'),
    'string text': fc.oneof(words(0, 80), fc.constantFrom('a', 'first', '%', '_', "'", '\u0301')),
    'string from': fc.constantFrom('2026-03-02T00:00:00.000Z', '2026-03-02T10:00:00.000Z', '09:00'),
    'string until': fc.constantFrom('2026-03-09T00:00:00.000Z', '2026-03-02T00:00:00.000Z'),
    'array week': mostly(
      [Array.from({ length: 7 }, () => [{ from: '08:00', to: '20:00' }])],
      [[], Array.from({ length: 7 }, () => [{ from: '20:00', to: '08:00' }])],
    ),
    'array otherDays': mostly(
      [[], [{ first: '2026-03-05', last: '2026-03-08', stretches: [] }]],
      [[{ first: '2026-02-30', last: '9999-99-99', stretches: [] }]],
    ),
    'string sourceId': among(place.calendars),
    'string address': mostly(
      ['https://calendar.example/a.ics', 'webcal://calendar.example/b'],
      ['ftp://calendar.example/', 'https://a:b@calendar.example/', 'javascript:1', '__proto__'],
    ),
    'array busy': mostly([[29_541_600, 60, 30, 15], []], [[1], [1, 0], [29_541_600, 2 ** 52]]),
    'string endpoint': mostly(
      [device.endpoint],
      ['https://127.0.0.1/to', 'http://push.example/to', 'https://push.example@[::1]/', 'file:///'],
    ),
    'string key': mostly([device.key], ['A'.repeat(87), '']),
    'string secret': mostly([device.secret], ['=', '__proto__']),
    'string deviceId': mostly([deviceIdOf(device.endpoint)], ['ab'.repeat(32), '']),
    'string portrait': mostly(['seed-1'], ['__proto__', 'A']),
  };
}

/** Anyone; half of the time somebody who could have a part in it. */
const actors = ({ people, admin, busiest }: Neighbourhood, name: string) =>
  fc.oneof(
    fc.constantFrom(...people),
    name.startsWith('admin.') ? fc.constant(admin) : fc.constantFrom(...busiest),
  );

/** Made by the run's own chance alone, so that a seed makes the same again. */
const newId = fc.noShrink(fc.noBias(fc.uuid({ version: 4 })));

/**
 * Every name evenly: what fits the moment by whoever may, what is well-formed about other people's
 * things, and of both some with something changed or added; some garbage.
 */
export function calls(place: Neighbourhood): fc.Arbitrary<WireCall> {
  const fields = known(place);
  const commandId = fc.oneof(
    { weight: 9, arbitrary: newId },
    { weight: 1, arbitrary: fc.constantFrom(place.given.commandId, ...place.messages) },
  );
  const named = fitting(place).map(({ kind, name, actor, input }) => {
    const { schema } = everyCall[name] as (typeof everyCall)[string];
    const called = { kind: fc.constant(kind), name: fc.constant<unknown>(name), commandId };
    const drawn = fromSchema(schema, fields);
    const fits = fc.constant(input);
    const changed = drawn.chain((other) => withOneOf(input, other));
    return fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ ...called, actor: fc.constant(actor), input: fits }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ ...called, actor: fc.constant(actor), input: changed }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ ...called, actor: fc.constantFrom(...place.people), input: fits }),
      },
      {
        weight: 5,
        arbitrary: fc.record({ ...called, actor: actors(place, name), input: drawn }),
      },
    );
  });
  const good: fc.Arbitrary<WireCall> = fc.constantFrom(...named).chain((one) => one);
  const added = good.chain((call) => spoilt(call.input).map((input) => ({ ...call, input })));
  const wild = fc.record({
    kind: fc.constantFrom('command' as const, 'query' as const),
    actor: fc.constantFrom(...place.people),
    name: fc.oneof(fc.constantFrom<unknown>(...Object.keys(everyCall)), garbage),
    commandId: fc.oneof(newId, garbage),
    input: garbage,
  });
  return fc.oneof(
    { weight: 8, arbitrary: good },
    { weight: 1, arbitrary: added },
    { weight: 1, arbitrary: wild },
  );
}

/** One field of it as it is in another. */
const withOneOf = (input: object, other: unknown): fc.Arbitrary<unknown> => {
  const fields = Object.entries(other as object);
  if (fields.length === 0) return fc.constant(input);
  return fc.constantFrom(...fields).map(([key, value]) => ({ ...input, [key]: value as unknown }));
};

/** Every call there is as it fits, all commands before all queries. */
export const fitting = (place: Neighbourhood): (WireCall & { name: string; input: object })[] =>
  ([fittingCommands(place), fittingQueries(place)] as const).flatMap((table, index) =>
    Object.entries(table).map(([name, [actor, input]], at) => ({
      kind: index === 0 ? 'command' : 'query',
      actor,
      name,
      commandId: numbered(at),
      input,
    })),
  );

/** Every call there is with everything that no page sends. */
export const broken = (place: Neighbourhood): WireCall[] =>
  (['command', 'query'] as const)
    .flatMap((kind) =>
      Object.keys(kind === 'command' ? commands : queries).flatMap((name) =>
        oddities.map((input) => ({ kind, actor: place.admin, name, input })),
      ),
    )
    .map((call, index) => ({ ...call, commandId: numbered(index) }));

const numbered = (index: number) => `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`;
