import type { types } from 'mediasoup-client';

/** A browser whose work waits until the test lets it go on. */
export interface FakeBrowser {
  pending: (() => void)[];
  /** So many of its next works fail. */
  failures: number;
}

type Produce = (
  said: { rtpParameters: object; appData: object },
  done: (made: { id: string }) => void,
  failed: (error: Error) => void,
) => void;

/**
 * A transport as the library makes it: one thing after the other, only that what fails is undone
 * beside the next one, which spoils the path for good.
 */
class FakeTransport {
  readonly id: string;
  closed = false;
  connectionState = 'connected';
  #browser: FakeBrowser;
  #last: Promise<unknown> = Promise.resolve();
  #produce: Produce = () => undefined;
  #spoiled = false;

  constructor(id: string, browser: FakeBrowser) {
    this.id = id;
    this.#browser = browser;
  }

  on(event: string, listener: Produce): void {
    if (event === 'produce') this.#produce = listener;
  }

  produce({ track, appData }: { track: object; appData: object }): Promise<object> {
    return this.#inTurn(async () => {
      await this.#work();
      const { id } = await new Promise<{ id: string }>((done, failed) =>
        this.#produce({ rtpParameters: {}, appData }, done, failed),
      ).catch((error: Error) => {
        this.#spoiled = true;
        throw error;
      });
      const close = (): void => void this.#inTurn(() => this.#work()).catch(() => undefined);
      const replaceTrack = async (next: { track: object }): Promise<void> => {
        producer.track = next.track;
      };
      const producer = { id, track, close, replaceTrack, pause() {}, resume() {} };
      return producer;
    });
  }

  consume({ id }: { id: string }): Promise<object> {
    return this.#inTurn(async () => {
      await this.#work();
      return { id, track: { id: `track of ${id}` }, close: () => undefined };
    });
  }

  close(): void {
    this.closed = true;
  }

  #inTurn<Made>(task: () => Promise<Made>): Promise<Made> {
    if (this.closed) return Promise.reject(new Error('closed'));
    const mine = this.#last.then(task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #work(): Promise<void> {
    await new Promise<void>((resolve) => this.#browser.pending.push(resolve));
    if (this.#browser.failures > 0) {
      this.#browser.failures -= 1;
      this.#spoiled = true;
    }
    if (this.#spoiled || this.closed) throw new Error('spoiled or closed');
  }
}

export const fakeDevice = (browser: FakeBrowser): types.Device => {
  const transport = ({ id }: { id: string }) => new FakeTransport(id, browser);
  return {
    recvRtpCapabilities: { codecs: [] },
    createSendTransport: transport,
    createRecvTransport: transport,
  } as unknown as types.Device;
};

export const fakeTrack = (kind: string): MediaStreamTrack =>
  ({
    kind,
    readyState: 'live',
    stop: () => undefined,
    addEventListener: () => undefined,
  }) as unknown as MediaStreamTrack;
