import { chromium, type Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleMediaLibrary, type Bundle } from './browser/bundle.ts';
import { RoomPage } from './browser/room-page.ts';
import { site } from './browser/site.ts';
import { Stage } from './stage.ts';
import { until } from './until.ts';

const mediaPort = 12060;
let browser: Browser;
let bundle: Bundle;
let stage: Stage;

beforeAll(async () => {
  bundle = await bundleMediaLibrary();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-renderer-backgrounding',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  stage = await Stage.open({ mediaPort, requests: site(bundle, () => stage) });
  await stage.openRoom();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await stage[Symbol.asyncDispose]();
});

const two = async (tcpOnly = false): Promise<[RoomPage, RoomPage]> => {
  const ada = await RoomPage.open(browser, stage.url, { name: 'Ada', tcpOnly });
  const bo = await RoomPage.open(browser, stage.url, { name: 'Bo', tcpOnly });
  await ada.join();
  await bo.join();
  await ada.sees();
  await bo.sees();
  return [ada, bo];
};

/** Pictures arrive: frames are decoded, and the page's pixels change. */
async function watches(person: RoomPage): Promise<void> {
  const frames = await person.framesDecoded();
  await until(async () => (await person.framesDecoded()) > frames + 10, 15_000);
  const brightest = (pixels: number[]) => Math.max(...pixels.filter((_, i) => i % 4 !== 3));
  await until(async () => brightest(await person.pixels()) > 50);
  const pixels = await person.pixels();
  await until(async () => String(await person.pixels()) !== String(pixels));
}

describe.for([
  ['UDP', false],
  ['TCP', true],
] as const)('over %s two pages', { timeout: 90_000 }, ([protocol, tcpOnly]) => {
  test('exchange picture and sound through the node', async () => {
    const [ada, bo] = await two(tcpOnly);
    for (const person of [ada, bo]) {
      await watches(person);
      expect(await person.hears()).toBeGreaterThan(0.02);
      const paths = await person.paths();
      expect(paths).toHaveLength(2);
      for (const path of paths) {
        expect(path.port).toBe(mediaPort);
        expect(path.protocol).toBe(protocol.toLowerCase());
        expect(path.srtpCipher).toMatch(/^(SRTP_)?AEAD_AES_(128|256)_GCM$/);
        expect(path.remoteFingerprint).toMatch(/^sha-(256|384|512)$/);
      }
    }
  });

  test('find the way by the network check', async () => {
    const ada = await RoomPage.open(browser, stage.url, { tcpOnly });
    const { state, via, lost } = await ada.checkNetwork();
    expect(via).toBe(protocol.toLowerCase());
    expect(['good', 'fair']).toContain(state);
    expect(lost).toBeLessThan(0.1);
    expect(stage.attendance).toEqual([]);
  });
});

describe('in a call', { timeout: 90_000 }, () => {
  test('pictures come at the size they are shown', async () => {
    const [ada] = await two();
    await ada.shows(320, 180);
    await until(async () => (await ada.width()) <= 320, 20_000);
    const small = await ada.width();
    await ada.shows(1280, 720);
    await until(async () => (await ada.width()) > small, 30_000);
    expect(small).toBeLessThanOrEqual(320);
  });

  test('muting is told, leaving is told', async () => {
    const [ada, bo] = await two();
    await bo.page.evaluate(() => window.call.toggleMicrophone());
    await ada.page.waitForFunction(() => window.call.others[0]?.muted === true);
    await bo.page.evaluate(() => window.call.toggleMicrophone());
    await ada.page.waitForFunction(() => window.call.others[0]?.muted === false);
    expect(await ada.hears()).toBeGreaterThan(0.02);
    await bo.page.evaluate(() => window.call.leave());
    await ada.page.waitForFunction(() => window.call.others.length === 0);
  });

  test('a lost line ends no media: the seat and the paths are taken up again', async () => {
    const [ada, bo] = await two();
    const before = await ada.page.evaluate(() => window.paths.length);
    stage.cutLines();
    await watches(ada);
    await until(() => stage.node.metrics().connections === 2, 10_000);
    await ada.is('in');
    await watches(bo);
    expect(await ada.page.evaluate(() => window.paths.length)).toBe(before);
    expect(stage.attendance.map(({ kind }) => kind)).toEqual(['joined', 'joined']);
  });

  test('a killed worker is survived without a reload', async () => {
    const [ada, bo] = await two();
    const before = [await ada.cameraId(), await bo.cameraId()];
    process.kill(stage.node.health().workers[0]?.pid ?? 0, 'SIGKILL');
    for (const person of [ada, bo]) {
      await until(async () => ![null, ...before].includes(await person.cameraId()), 15_000);
      await person.is('in');
      await person.sees();
      await watches(person);
    }
    expect(stage.attendance.map(({ kind }) => kind)).toEqual(['joined', 'joined']);
  });

  test.for([1, 4])('what is refused %i times is sent all the same', async (times) => {
    const ada = await RoomPage.open(browser, stage.url, { name: 'Ada' });
    await ada.join();
    stage.refusals.set('produce', times);
    const bo = await RoomPage.open(browser, stage.url, { name: 'Bo' });
    await bo.join();
    await until(() => stage.refusals.get('produce') === 0, 10_000);
    // Whatever is made anew after that has been begun by then.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await until(() => stage.node.metrics().producers === 4, 10_000);
    await ada.sees();
    await watches(ada);
    expect(await ada.hears()).toBeGreaterThan(0.02);
    await bo.is('in');
  });

  test('a path that breaks for a while is mended with new ICE credentials', async () => {
    const [ada, bo] = await two();
    const credentials = await ada.nodeCredentials();
    const paths = await ada.page.evaluate(() => window.paths.length);
    const pid = stage.node.health().workers[0]?.pid ?? 0;
    process.kill(pid, 'SIGSTOP');
    try {
      await ada.is('reconnecting');
      await new Promise((resolve) => setTimeout(resolve, 4000));
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await ada.is('in');
    await bo.is('in');
    await watches(ada);
    await watches(bo);
    expect(await ada.page.evaluate(() => window.paths.length)).toBe(paths);
    expect(await ada.nodeCredentials()).not.toEqual(credentials);
  });

  test('W2: warming up makes the paths, sends nothing and tells nobody', async () => {
    const ada = await RoomPage.open(browser, stage.url);
    await ada.warmUp();
    await until(() => stage.node.health().workers[0]?.rooms === 1);
    await until(async () => (await ada.paths()).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(stage.node.metrics()).toMatchObject({ connections: 1, seats: 0, producers: 0 });
    expect(await ada.paths()).toHaveLength(1);
    expect(await ada.sends()).toEqual([]);
    const made = await ada.page.evaluate(() => window.paths.length);
    await ada.join();
    await until(() => stage.node.metrics().producers === 2);
    expect(await ada.page.evaluate(() => window.paths.length)).toBe(made);
    expect(stage.attendance.map(({ kind }) => kind)).toEqual(['joined']);
  });

  test('W5: a second tab takes the seat over, the first lets go of the devices', async () => {
    const [ada, bo] = await two();
    const second = await RoomPage.open(browser, stage.url, { personId: bo.personId, name: 'Bo' });
    await second.join();
    await bo.is('taken-over');
    await ada.page.waitForFunction(() => window.call.others[0]?.camera);
    await ada.sees();
    await watches(ada);
    expect(stage.node.metrics().seats).toBe(2);
  });

  test('W1: at closing the call ends for all', async () => {
    const [ada, bo] = await two();
    stage.skewMs = 3_600_001;
    await ada.is('ended');
    await bo.is('ended');
    expect(stage.node.metrics()).toMatchObject({ rooms: 0, connections: 0 });
  });
});
