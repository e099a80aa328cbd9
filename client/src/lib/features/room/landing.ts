import type { Attachment } from 'svelte/attachments';

/**
 * Takes the focus of a button that went away with its page, so that keyboard and screen reader go
 * on from here. On the first page of a visit nothing has the focus, and it stays so.
 */
export const landing: Attachment<HTMLElement> = (element) => {
  const { activeElement } = document;
  const isLost = activeElement === document.body || activeElement === null;
  if (isLost && wasPressed()) element.focus({ preventScroll: true });
};

/** Has anything been pressed on this page yet? */
const wasPressed = (): boolean => navigator.userActivation.hasBeenActive;
