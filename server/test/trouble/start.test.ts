import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from '@confab/shared';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { asNobodySpecial, nobodySpecial } from '../stage/nobody-special.ts';

let home: string;
let data: string;

/** Starts on that folder and ends. @returns what keeps it from starting */
const start = async () => {
  const opened = await openApp({
    mode: 'serve',
    env: { CONFAB_DATA: data, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    clock: () => Temporal.Now.instant(),
    createMediaNode: null,
    build: join(home, 'no-build'),
  });
  if (!opened.ok) return opened.faults;
  await opened.app.close();
  return [];
};
const startAsUser = () => asNobodySpecial(start);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'confab-start-'));
  data = join(home, 'data');
  mkdirSync(data);
  const { uid, gid } = nobodySpecial();
  for (const folder of [home, data]) chownSync(folder, uid, gid);
});
afterEach(() => {
  chmodSync(data, 0o700);
  rmSync(home, { recursive: true });
});

const notOurs = {
  wrong: 'this user may not read and write it',
  mend: 'Give it to the user that runs Confab (chown -R), or start Confab as the one it belongs to',
};

test.each(['500', '000'])(
  'a data folder of mode %s: the fault names it, with the mend',
  async (mode) => {
    expect(await startAsUser()).toEqual([]);
    chmodSync(data, Number.parseInt(mode, 8));
    expect(await startAsUser()).toEqual([{ variable: 'CONFAB_DATA', ...notOurs }]);
  },
);

test('a data folder that cannot be made', async () => {
  rmSync(data, { recursive: true });
  chmodSync(home, 0o500);
  expect(await startAsUser()).toEqual([{ variable: 'CONFAB_DATA', ...notOurs }]);
  chmodSync(home, 0o700);
  mkdirSync(data);
});

test('a file where the folder should be', async () => {
  rmSync(data, { recursive: true });
  writeFileSync(data, '');
  expect(await start()).toEqual([
    { variable: 'CONFAB_DATA', wrong: 'it is not a folder', mend: 'Name a folder' },
  ]);
});

test.each(['secrets.json', 'media-keys.json'])('a %s of somebody else', async (name) => {
  expect(await startAsUser()).toEqual([]);
  const file = join(data, name);
  chownSync(file, 0, 0);
  expect(await startAsUser()).toEqual([{ variable: file, ...notOurs }]);
});

test.each([
  ['may be read only', 0o400],
  ['may not be read', 0o000],
])('a database that %s', async (_, mode) => {
  expect(await startAsUser()).toEqual([]);
  const file = join(data, 'confab.db');
  chmodSync(file, mode);
  expect(await startAsUser()).toEqual([
    {
      variable: file,
      wrong: 'the database cannot be written',
      mend: expect.stringContaining('belong to the user that runs Confab') as string,
    },
  ]);
});

test('a database that is no database, or is damaged where it begins', async () => {
  expect(await start()).toEqual([]);
  const file = join(data, 'confab.db');
  const damaged = [
    {
      variable: file,
      wrong: 'the database’s file is damaged',
      mend: expect.stringContaining('bring confab.db back from a backup') as string,
    },
  ];
  writeFileSync(file, 'Once this was a database. '.repeat(400));
  expect(await start()).toEqual(damaged);
  // What is there is left as it is, for whoever mends it.
  expect(readdirSync(data)).toContain('confab.db');
});
