/**
 * Runs in the page: follows a link to the room, unless it is there, and presses Join as soon as it
 * can be pressed. @returns when that was begun, by the page's clock
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
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return began;
}
