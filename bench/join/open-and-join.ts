/**
 * Runs in the page: follows a link to the room, unless it is there, and presses Join as soon as it
 * can be pressed. @returns when that was begun, by the page's clock
 * @throws when there is nothing to press for half a minute
 */
export async function openAndJoin(path: string | null): Promise<number> {
  const began = performance.now();
  if (path !== null) {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
  }
  const isJoin = (button: HTMLButtonElement): boolean =>
    button.textContent.trim() === 'Join' && !button.disabled;
  for (;;) {
    const button = [...document.querySelectorAll('button')].find(isJoin);
    if (button) {
      button.click();
      break;
    }
    if (performance.now() > began + 30_000) {
      const shown = document.querySelector('main')?.textContent;
      throw new Error(`No Join to press within 30 s, but “${shown ?? 'nothing'}”`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return began;
}
