import type { Locator, Page } from '@playwright/test';
import { accepted } from '../stage/agreed.ts';
import { inMinutes } from '../stage/deeds.ts';
import { hears, sees, seesScreen } from '../stage/media.ts';
import { join } from '../stage/room.ts';
import { expect, test } from '../stage/test.ts';

const control = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Lets {@link sent} find the page's lines to the media node. */
function keepLines(): void {
  const lines: RTCPeerConnection[] = [];
  Reflect.set(window, 'lines', lines);
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      lines.push(this);
    }
  };
}

/** The device whose picture or sound goes out on the page's lines. */
const sent = (page: Page, kind: 'audio' | 'video'): Promise<string | undefined> =>
  page.evaluate((wanted) => {
    const lines = Reflect.get(window, 'lines') as RTCPeerConnection[];
    return lines
      .flatMap((line) => line.getSenders())
      .map(({ track }) => track)
      .find((track) => track?.kind === wanted && track.readyState === 'live')
      ?.getSettings().deviceId;
  }, kind);

async function chooseAnother(choice: Locator): Promise<void> {
  const present = await choice.inputValue();
  const all = await choice
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const other = all.findLast((one) => one !== present);
  if (other === undefined) throw new Error('There is no other device to choose');
  await choice.selectOption(other);
}

test('W2: a page from which cameras are hidden says why; one joins, sees and hears all the same', async ({
  server,
  all,
  open,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const mentor = await open(all.mentor, `/rooms/${roomId}`);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  // What browsers do where the address is neither https nor this machine.
  await mentee.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'mediaDevices');
  });
  await mentee.reload();
  await expect(
    mentee.getByText('Browsers keep them from pages whose address does not begin with https.'),
  ).toBeVisible();
  await join(mentor);
  await join(mentee);
  await sees(mentee, all.mentorId);
  await hears(mentee, all.mentorId);
});

test('W2: what is shared, switched and turned off in a call reaches the other side', async ({
  server,
  all,
  open,
}) => {
  const { roomId } = await accepted(all, inMinutes(server.now, 5));
  const mentor = await open(all.mentor, `/rooms/${roomId}`);
  const mentee = await open(all.mentee, `/rooms/${roomId}`);
  await mentee.addInitScript(keepLines);
  await mentee.reload();
  await join(mentor);
  await join(mentee);
  await sees(mentor, all.menteeId);

  await test.step('a shared screen is seen moving, beside the face, until it is ended', async () => {
    await control(mentee, 'Share screen').click();
    await seesScreen(mentor, all.menteeId);
    await sees(mentor, all.menteeId);
    await control(mentee, 'Stop sharing').click();
    await expect(mentor.locator('[data-remote-screen]')).toHaveCount(0);
    await sees(mentor, all.menteeId);
  });

  await test.step('another camera and another microphone take over without a break', async () => {
    const camera = () => sent(mentee, 'video');
    const microphone = () => sent(mentee, 'audio');
    const before = { camera: await camera(), microphone: await microphone() };
    expect(before).toEqual({ camera: expect.any(String), microphone: expect.any(String) });
    await control(mentee, 'Devices').click();
    const devices = mentee.getByRole('dialog', { name: 'Devices' });
    for (const kind of ['Camera', 'Microphone'])
      await chooseAnother(devices.getByLabel(kind, { exact: true }));
    await devices.getByRole('button', { name: 'Close' }).click();
    await expect.poll(camera).not.toBe(before.camera);
    await expect.poll(microphone).not.toBe(before.microphone);
    await sees(mentor, all.menteeId);
    await hears(mentor, all.menteeId);
  });

  await test.step('a muted microphone and a camera that is off are seen as that', async () => {
    const face = mentor.locator('figure').filter({ hasText: 'Farid' });
    await control(mentee, 'Turn microphone off').click();
    await expect(face.getByText('microphone off')).toBeAttached();
    await control(mentee, 'Turn camera off').click();
    await expect(mentor.locator('[data-remote-video]')).toHaveCount(0);
    await expect(mentee.locator('[data-own-video]')).toHaveCount(0);

    await control(mentee, 'Turn camera on').click();
    await control(mentee, 'Turn microphone on').click();
    await expect(face.getByText('microphone off')).toHaveCount(0);
    await sees(mentor, all.menteeId);
    await hears(mentor, all.menteeId);
  });
});
