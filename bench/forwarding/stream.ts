import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { types } from 'mediasoup';

/** Bytes of a packet after its headers. */
const payloadBytes = 1000;
const ssrc = 4242;
/** Packets between two keyframes: without one now and then nothing is passed on. */
const keyEvery = 200;

export const rtpParameters: types.RtpParameters = {
  mid: 'v',
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: 96,
      clockRate: 90_000,
      rtcpFeedback: [{ type: 'nack' }, { type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [],
  encodings: [{ ssrc }],
  rtcp: { cname: 'sender' },
};

/** Sends packets to a plain transport, as many as it is told. */
export class Stream implements Disposable {
  readonly #socket: Socket;
  readonly #packet = Buffer.alloc(12 + 1 + payloadBytes, 7);
  #sequence = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#packet[0] = 0x80;
    this.#packet.writeUInt32BE(ssrc, 8);
  }

  static async to({ localAddress, localPort }: types.TransportTuple): Promise<Stream> {
    const socket = createSocket('udp4');
    socket.connect(localPort, localAddress);
    await once(socket, 'connect');
    return new Stream(socket);
  }

  send(packets: number): void {
    for (let sent = 0; sent < packets; sent++) {
      const isKey = this.#sequence % keyEvery === 0;
      this.#packet[1] = 96 | 0x80;
      this.#packet.writeUInt16BE(this.#sequence & 0xffff, 2);
      this.#packet.writeUInt32BE((this.#sequence * 3000) >>> 0, 4);
      // VP8: beginning of a partition; then the frame's own header, whose first bit says "no key".
      this.#packet[12] = 0x10;
      this.#packet[13] = isKey ? 0 : 1;
      this.#sequence += 1;
      this.#socket.send(Buffer.from(this.#packet));
    }
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
