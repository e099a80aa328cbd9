import { expect, test } from 'vitest';
import { Changes } from '../../src/db/changes.ts';

test.each([
  ['insert into "person" ("id") values (+?)', 'person'],
  ['insert into "met" ("a") values (+?) on conflict ("a") do update set "b" = +?', 'met'],
  ['update "feed_head" set "seq" = seq + 1 returning "seq"', 'feed_head'],
  ['with "first" as (select "seq" from "b") delete from "feed_entry" where "a" = 1', 'feed_entry'],
  ['delete from installation where false', 'installation'],
])('what is written by %s is known', (sql, table) => {
  const changes = new Changes();
  const changed = changes.by(sql);
  expect(changes.count(table)).toBe(0);
  changed?.();
  expect([changes.count(table), changes.count('another'), changes.written]).toEqual([1, 0, 1]);
});

test.each([
  'insert or ignore into one values (1)',
  'pragma defer_foreign_keys = on',
  'alter table one add two',
  'rollback',
])('after %s anything may be another than before', (sql) => {
  const changes = new Changes();
  changes.by(sql)?.();
  expect([changes.count('one'), changes.count('another')]).toEqual([1, 1]);
});

test.each([
  'select "updated_at" from "person" where "state" = +?',
  'with "a" as (select 1) select * from "a"',
  'begin',
  'commit',
])('nothing is changed by %s', (sql) => {
  expect(new Changes().by(sql)).toBeNull();
});
