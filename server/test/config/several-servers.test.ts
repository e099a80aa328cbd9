import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';

const faultsOf = (environment: Record<string, string>, mode: 'serve' | 'demo' = 'serve') => {
  const read = readConfig(mode, environment);
  return read.ok ? [] : read.faults.map(({ variable }) => variable);
};

const database = { DATABASE_URL: 'postgres://confab:secret@localhost/confab' };

test('a database and a Redis are taken as they are named; without them it is SQLite and one server', () => {
  const read = readConfig('serve', { ...database, REDIS_URL: 'redis://localhost:6379' });
  expect(read).toMatchObject({
    config: { databaseUrl: database.DATABASE_URL, redisUrl: 'redis://localhost:6379' },
  });
  expect(readConfig('serve', {})).toMatchObject({ config: { databaseUrl: null, redisUrl: null } });
});

test.each([
  'mysql://localhost/confab',
  'postgres://localhost',
  'localhost/confab',
  'postgres://localhost/',
])('“%s” is no PostgreSQL database', (address) => {
  expect(faultsOf({ DATABASE_URL: address })).toEqual(['DATABASE_URL']);
});

test('what may hold a password is not repeated', () => {
  const read = readConfig('serve', { DATABASE_URL: 'mysql://confab:secret@localhost/confab' });
  expect(JSON.stringify(read)).not.toContain('secret');
});

test('a Redis is for several servers, and these need one database', () => {
  expect(faultsOf({ REDIS_URL: 'redis://localhost:6379' })).toEqual(['REDIS_URL']);
  expect(faultsOf({ ...database, REDIS_URL: 'localhost:6379' })).toEqual(['REDIS_URL']);
});

test('the demo heeds neither', () => {
  expect(faultsOf(database, 'demo')).toEqual(['DATABASE_URL']);
  expect(faultsOf({ REDIS_URL: 'redis://localhost' }, 'demo')).toEqual(['REDIS_URL']);
});
