import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

interface Bound {
  over: 'tcp' | 'udp';
  address: string;
  port: number;
}

/** Where a process and its children listen, as the system has it. */
export function listeningOf(pid: number): Bound[] {
  const theirs = new Set([pid, ...childrenOf(pid)].flatMap(socketsOf));
  const tables = ['tcp', 'tcp6', 'udp', 'udp6'] as const;
  return tables.flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
        const over = table.startsWith('tcp') ? 'tcp' : 'udp';
        const takes = over === 'udp' || state === listens;
        if (!takes || !theirs.has(inode)) return [];
        const [address = '', port = ''] = local.split(':');
        return [{ over, address: written(address), port: Number.parseInt(port, 16) }] as const;
      }),
  );
}

/** As the tables write it. */
const listens = '0A';

const written = (hex: string): string =>
  ({ '0100007F': '127.0.0.1', '00000000000000000000000001000000': '::1' })[hex] ?? hex;

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${String(pid)}/task`)
    .flatMap((task) =>
      readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8').split(/\s+/),
    )
    .filter(Boolean)
    .flatMap((child) => [Number(child), ...childrenOf(Number(child))]);

const socketsOf = (pid: number): string[] =>
  readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
    const [, inode] = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${String(pid)}/fd/${fd}`)) ?? [];
    return inode ?? [];
  });

/** A descriptor may be closed while it is looked at. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
