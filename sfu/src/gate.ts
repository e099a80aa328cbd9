import type { Instant, MediaRefusal } from '@confab/shared';
import type { Admission, Admitted } from './admission.ts';
import type { MediaNamespace } from './namespace.ts';

export interface GateOptions {
  admission: Admission;
  clock: () => Instant;
  /** A last word about a valid grant: null admits. */
  mayEnter: (admitted: Admitted) => MediaRefusal | null;
}

/** Lets nobody connect without a grant. The code is in the `data` of the `connect_error`. */
export function guard(namespace: MediaNamespace, options: GateOptions): void {
  const { admission, clock, mayEnter } = options;
  namespace.use((socket, next) => {
    void admission.admit(socket.handshake.auth['grant'], clock()).then((admitted) => {
      const refusal = typeof admitted === 'string' ? admitted : mayEnter(admitted);
      if (refusal) return next(refused(refusal));
      if (typeof admitted !== 'string') socket.data.admitted = admitted;
      next();
    });
  });
}

const refused = (code: MediaRefusal): Error => Object.assign(new Error(code), { data: { code } });
