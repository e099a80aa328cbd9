/** Names the room that a tab of this browser is in; held as long as it is. */
const prefix = 'confab.room:';
/** On it a tab tells the others which room it enters. */
const channelName = 'confab.rooms';

/** Lists what the tabs hold. Null: nobody can know, for the page has no secure address. */
const locks = (): LockManager | null => ('locks' in navigator ? navigator.locks : null);

/** Is another tab of this browser in another room? @see W5 */
export async function isElsewhere(roomId: string): Promise<boolean> {
  const { held = [] } = (await locks()?.query()) ?? {};
  return held.some(({ name = '' }) => name.startsWith(prefix) && name !== prefix + roomId);
}

/**
 * This tab is in that room from now on: tabs in other rooms are told, and `leave` is called when
 * this one is told. @returns ends it
 */
export function beIn(roomId: string, leave: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(roomId);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== roomId) leave();
  });
  const { promise, resolve } = Promise.withResolvers<undefined>();
  // Two tabs may be in the same room for the moment in which one takes over.
  void locks()?.request(prefix + roomId, { mode: 'shared' }, () => promise);
  return () => {
    channel.close();
    resolve(undefined);
  };
}
