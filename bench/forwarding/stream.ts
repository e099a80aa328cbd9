import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { types } from 'mediasoup';

/** Bytes of a packet after its headers. */
const payloadBytes = { picture: 1000, voice: 80 };
const ssrc = { picture: 4242, voice: 4243 };
/** Packets between two keyframes: without one now and then nothing is passed on. */
const keyEvery = 200;
/** Packets of a picture to one of the voice: those of a person who speaks and is seen at 2 Mbit/s. */
const picturesToVoice = 5;
/** Number of the header extension that says how loud a voice is. */
const loudness = 1;

const rtcp = { cname: 'sender' };

/** A picture, and a voice that says of itself how loud it is: whoever listens has something to do. */
export const sent: Record<'picture' | 'voice', types.RtpParameters> = {
  picture: {
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
    encodings: [{ ssrc: ssrc.picture }],
    rtcp,
  },
  voice: {
    mid: 'a',
    codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
    headerExtensions: [{ uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: loudness }],
    encodings: [{ ssrc: ssrc.voice }],
    rtcp,
  },
};

/** Sends packets to a plain transport, as many as it is told. */
export class Stream implements Disposable {
  readonly #socket: Socket;
  readonly #picture = Buffer.alloc(12 + 1 + payloadBytes.picture, 7);
  readonly #voice = Buffer.alloc(12 + 8 + payloadBytes.voice, 7);
  #pictures = 0;
  #voices = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#picture[0] = 0x80;
    this.#picture.writeUInt32BE(ssrc.picture, 8);
    // With one word of header extensions: how loud it is, in −dBov.
    this.#voice[0] = 0x90;
    this.#voice[1] = 111;
    this.#voice.writeUInt32BE(ssrc.voice, 8);
    this.#voice.writeUInt32BE(0xbede0001, 12);
    this.#voice.writeUInt32BE(((loudness << 28) | ((0x80 + 30) << 16)) >>> 0, 16);
  }

  static async to({ localAddress, localPort }: types.TransportTuple): Promise<Stream> {
    const socket = createSocket('udp4');
    socket.connect(localPort, localAddress);
    await once(socket, 'connect');
    return new Stream(socket);
  }

  /** @param packets of the picture; the voice goes with it */
  send(packets: number): void {
    for (let count = 0; count < packets; count++) {
      if (this.#pictures % picturesToVoice === 0) this.#speak();
      this.#show();
    }
  }

  #show(): void {
    const number = this.#pictures++;
    this.#picture[1] = 96 | 0x80;
    this.#picture.writeUInt16BE(number & 0xffff, 2);
    this.#picture.writeUInt32BE((number * 3000) >>> 0, 4);
    // VP8: beginning of a partition; then the frame's own header, whose first bit says "no key".
    this.#picture[12] = 0x10;
    this.#picture[13] = number % keyEvery === 0 ? 0 : 1;
    this.#socket.send(Buffer.from(this.#picture));
  }

  #speak(): void {
    const number = this.#voices++;
    this.#voice.writeUInt16BE(number & 0xffff, 2);
    this.#voice.writeUInt32BE((number * 960) >>> 0, 4);
    this.#socket.send(Buffer.from(this.#voice));
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
