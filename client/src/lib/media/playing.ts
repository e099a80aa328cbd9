import type { Attachment } from 'svelte/attachments';

export interface PlayOptions {
  /** The chosen speaker, where the browser can choose; null: the system's. */
  speaker?: string | null;
  /** The browser wants a gesture before it plays sound. */
  onBlocked?: () => void;
}

/** Plays a track: `<video {@attach play(other.camera)}>`, `<audio {@attach play(other.audio)}>`. */
export function play(
  track: MediaStreamTrack | null,
  { speaker = null, onBlocked }: PlayOptions = {},
): Attachment<HTMLMediaElement> {
  return (element) => {
    element.autoplay = true;
    element.srcObject = track ? new MediaStream([track]) : null;
    if (speaker !== null && 'setSinkId' in element) void element.setSinkId(speaker).catch(ignore);
    if (track) {
      element.play().catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') onBlocked?.();
      });
    }
    return () => {
      element.srcObject = null;
    };
  };
}

/** The speaker is gone: the system's choice goes on playing. */
const ignore = (): void => undefined;

/**
 * Reports in device pixels how large an element is shown; 0 × 0 when it, or the page, is out of
 * sight. `<video {@attach sized((width, height) => call.show({ … }))}>`
 */
export function sized(report: (width: number, height: number) => void): Attachment<HTMLElement> {
  return (element) => {
    let seen = true;
    const look = (): void => {
      const shown = seen && document.visibilityState === 'visible';
      const pixels = (length: number): number =>
        shown ? Math.round(length * devicePixelRatio) : 0;
      report(pixels(element.clientWidth), pixels(element.clientHeight));
    };
    const size = new ResizeObserver(look);
    const sight = new IntersectionObserver(([entry]) => {
      seen = entry?.isIntersecting ?? true;
      look();
    });
    size.observe(element);
    sight.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      size.disconnect();
      sight.disconnect();
      document.removeEventListener('visibilitychange', look);
      report(0, 0);
    };
  };
}
