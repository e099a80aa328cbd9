import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server as NetServer } from 'node:net';
import type { Fault } from '../config/config.ts';

type Listening = { ok: true; port: number; close: () => void } | { ok: false; fault: Fault };

/**
 * Listens on every address with one port, so that `localhost` works whichever it resolves to. The
 * first address is the server's own; connections to the others are handed to it.
 */
export async function listenOn(
  server: HttpServer | HttpsServer,
  hosts: readonly string[],
  port: number,
): Promise<Listening> {
  const doors: NetServer[] = [];
  const close = () => doors.forEach((door) => door.close());
  let taken = port;
  for (const host of hosts) {
    const door =
      doors.length === 0 ? server : createServer((socket) => server.emit('connection', socket));
    try {
      taken = await listenAt(door, host, taken);
      doors.push(door);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A machine without IPv6 has no ::1.
      if (doors.length > 0 && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) continue;
      close();
      return { ok: false, fault: faultOf(code, host, taken) };
    }
  }
  return { ok: true, port: taken, close };
}

const listenAt = (door: NetServer, host: string, port: number): Promise<number> =>
  new Promise((done, fail) => {
    door.once('error', fail);
    door.listen({ host, port }, () => {
      door.off('error', fail);
      done((door.address() as AddressInfo).port);
    });
  });

function faultOf(code: string | undefined, host: string, port: number): Fault {
  if (code === 'EADDRINUSE')
    return {
      variable: 'PORT',
      wrong: `something else already listens on port ${port}`,
      mend: 'End it, or give another port, such as PORT=3001',
    };
  if (code === 'EACCES')
    return {
      variable: 'PORT',
      wrong: `this user may not listen on port ${port}`,
      mend: 'Give a port above 1023, or the right to use it',
    };
  return {
    variable: 'HOST',
    wrong: `it is not possible to listen on ${host} (${code ?? 'unknown'})`,
    mend: 'Give an address of this machine',
  };
}
