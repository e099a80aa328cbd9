/** mediasoup-client, which only a room needs. */
export const library = () => import('mediasoup-client');

/** Fetches it while the call is still on its way to the node. */
export const fetchLibrary = (): void => void library().catch(() => undefined);
