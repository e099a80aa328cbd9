import { live } from '#lib/live/index.ts';

/** A part of a page whose scripts come when it is wanted. */
export interface Later<Part> {
  (): Promise<Part>;
  /** On what opens it: whoever reaches for that is about to want it. */
  readonly ahead: { onpointerenter: () => void; onfocus: () => void };
  /** Its scripts were asked for. */
  readonly asked: () => boolean;
}

/** The device knows it sooner than the line is missed. */
const isLineGone = (): boolean =>
  !navigator.onLine || ['reconnecting', 'offline'].includes(live.connection.state);

/**
 * Asks for a part once. Within a document, browsers never ask again for a script that did not come:
 * while the line is gone none is asked for, so that it can still come afterwards.
 */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let coming: Promise<Part> | undefined;
  const get = () => {
    if (!coming && isLineGone()) return Promise.reject(new Error('The line is gone'));
    return (coming ??= load());
  };
  // Whether it came is seen once it is wanted.
  const reach = () => void get().catch(() => undefined);
  return Object.assign(get, {
    ahead: { onpointerenter: reach, onfocus: reach },
    asked: () => coming !== undefined,
  });
}
