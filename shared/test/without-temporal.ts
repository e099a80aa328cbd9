/** A runtime without Temporal of its own: `shared/src/time` then takes the polyfill. */
Reflect.deleteProperty(globalThis, 'Temporal');
