// The bare page: joins in the order of mediasoup-demo, one round trip after the other.
import { Device, type types } from 'mediasoup-client';
import {
  cameraWish,
  microphoneWish,
  sendOptions,
} from '../../../client/src/lib/media/encodings.ts';
import { Peer } from './requests.ts';

declare global {
  interface Window {
    join: () => Promise<void>;
  }
}

window.join = async () => {
  const socket = new WebSocket(`ws://${location.host}`);
  let receiving: types.Transport | undefined;
  const peer = new Peer((text) => socket.send(text), {
    newConsumer: async (options) => {
      const consumer = await receiving?.consume(options);
      if (consumer?.kind === 'video') await show(consumer.track);
      return null;
    },
  });
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => void peer.hear(data));
  await new Promise((resolve) => socket.addEventListener('open', resolve));

  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: await peer.ask('getRouterRtpCapabilities', null) });
  const sending = device.createSendTransport(await peer.ask('createWebRtcTransport', null));
  receiving = device.createRecvTransport(await peer.ask('createWebRtcTransport', null));
  for (const transport of [sending, receiving])
    transport.on('connect', ({ dtlsParameters }, done) => {
      const asked = { transportId: transport.id, dtlsParameters };
      void peer.ask('connectWebRtcTransport', asked).then(() => done());
    });
  sending.on('produce', ({ kind, rtpParameters }, done) => {
    void peer.ask('produce', { transportId: sending.id, kind, rtpParameters }).then(done);
  });
  const { recvRtpCapabilities: rtpCapabilities } = device;
  await peer.ask('join', { rtpCapabilities, receiving: receiving.id });

  const wishes = { microphone: { audio: microphoneWish }, camera: { video: cameraWish } };
  for (const source of ['microphone', 'camera'] as const) {
    const stream = await navigator.mediaDevices.getUserMedia(wishes[source]);
    const [track] = stream.getTracks();
    if (track) await sending.produce({ track, ...sendOptions[source] });
  }
};

async function show(track: MediaStreamTrack): Promise<void> {
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  video.dataset['remoteVideo'] = 'the other';
  video.srcObject = new MediaStream([track]);
  await Promise.race([video.play(), Promise.resolve()]);
}
