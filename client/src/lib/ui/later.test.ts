import { beforeEach, expect, test, vi } from 'vitest';

const line = vi.hoisted(() => ({ connection: { state: 'online' } }));
vi.mock('#lib/live/index.ts', () => ({ live: line }));
const { later } = await import('./later.ts');

beforeEach(() => {
  line.connection.state = 'online';
  vi.stubGlobal('navigator', { onLine: true });
});

test('a part is asked for once, by whoever reaches for it first', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('part'));
  const part = later(load);
  expect(part.asked()).toBe(false);
  part.ahead.onpointerenter();
  part.ahead.onfocus();
  expect(await part()).toBe('part');
  expect(load).toHaveBeenCalledOnce();
});

test('while the line is gone nothing is asked for in vain, and the part comes afterwards', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('part'));
  const part = later(load);
  line.connection.state = 'offline';
  part.ahead.onfocus();
  await expect(part()).rejects.toThrow('The line is gone');
  expect(part.asked()).toBe(false);
  expect(load).not.toHaveBeenCalled();
  line.connection.state = 'online';
  expect(await part()).toBe('part');
});

test('nor is it while the device says that it is offline', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.resolve('part'));
  const part = later(load);
  vi.stubGlobal('navigator', { onLine: false });
  await expect(part()).rejects.toThrow('The line is gone');
  expect(load).not.toHaveBeenCalled();
});

test('what came is there without a line', async () => {
  const part = later(() => Promise.resolve('part'));
  await part();
  line.connection.state = 'reconnecting';
  expect(await part()).toBe('part');
});

test('what did not come is not asked for again', async () => {
  const load = vi.fn<() => Promise<string>>(() => Promise.reject(new Error('blocked')));
  const part = later(load);
  part.ahead.onpointerenter();
  await expect(part()).rejects.toThrow('blocked');
  await expect(part()).rejects.toThrow('blocked');
  expect(part.asked()).toBe(true);
  expect(load).toHaveBeenCalledOnce();
});
