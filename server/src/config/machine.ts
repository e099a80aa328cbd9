import { availableParallelism, networkInterfaces } from 'node:os';

/** What defaults depend on. */
export interface Machine {
  cores: number;
  /** IPv4 addresses under which others reach it. */
  addresses: string[];
  /** What relative paths start from. */
  folder: string;
}

export const thisMachine = (): Machine => ({
  cores: availableParallelism(),
  addresses: Object.values(networkInterfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address),
  folder: process.cwd(),
});
