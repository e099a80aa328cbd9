import { expect, type Locator, type Page } from '@playwright/test';

/**
 * The other's picture really moves: frames are decoded, and the remote element's pixels change.
 * @param personId whose picture it is
 */
export const sees = (page: Page, personId: string): Promise<void> =>
  moves(page.locator(`[data-remote-video="${personId}"]`));

/** The same of the screen that the other shows. */
export const seesScreen = (page: Page, personId: string): Promise<void> =>
  moves(page.locator(`[data-remote-screen="${personId}"]`));

async function moves(video: Locator): Promise<void> {
  await expect(video).toBeVisible();
  const state = () =>
    video.evaluate((element) => {
      const picture = element as HTMLVideoElement;
      const canvas = document.createElement('canvas');
      canvas.width = 64;
      canvas.height = 36;
      const brush = canvas.getContext('2d');
      brush?.drawImage(picture, 0, 0, 64, 36);
      return {
        frames: picture.getVideoPlaybackQuality().totalVideoFrames,
        pixels: [...(brush?.getImageData(0, 0, 64, 36).data ?? [])].join(),
        width: picture.videoWidth,
      };
    });
  const first = await state();
  await expect(async () => {
    const later = await state();
    expect(later.width).toBeGreaterThan(0);
    expect(later.frames).toBeGreaterThan(first.frames + 5);
    expect(later.pixels).not.toBe(first.pixels);
  }).toPass({ timeout: 30_000 });
}

/** The other is really heard: the received track is not silent. */
export async function hears(page: Page, personId: string): Promise<void> {
  const audio = page.locator(`[data-remote-audio="${personId}"]`);
  await expect(async () => {
    const loudest = await audio.evaluate(async (element) => {
      const stream = (element as HTMLAudioElement).srcObject as MediaStream;
      const context = new AudioContext();
      await context.resume();
      const analyser = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      let peak = 0;
      // The fake microphone beeps once a second.
      for (let look = 0; look < 30; look++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        analyser.getFloatTimeDomainData(samples);
        peak = Math.max(peak, ...samples.map(Math.abs));
      }
      await context.close();
      return peak;
    });
    expect(loudest).toBeGreaterThan(0.01);
  }).toPass({ timeout: 30_000 });
}
