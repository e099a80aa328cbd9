/** Milliseconds between two looks at the level. */
const interval = 80;

/** How loud a track is, 0 to 1, while it is measured. Muted tracks are silent. */
export class SoundLevel {
  level = $state(0);
  #context: AudioContext | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Measures this track from now on; null: none. */
  follow(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#source = null;
    clearInterval(this.#timer);
    this.level = 0;
    if (!track) return;
    const context = (this.#context ??= new AudioContext());
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      // A page may measure only after a gesture; it is asked for until then.
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      this.level = loudness(samples);
    }, interval);
  }

  close(): void {
    this.follow(null);
    void this.#context?.close();
    this.#context = null;
  }
}

/** 0 (−55 dB and below) to 1 (−15 dB and above), in hundredths. @param samples −1 to 1 */
export function loudness(samples: Float32Array): number {
  const mean = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(mean + 1e-12);
  return Math.round(Math.min(1, Math.max(0, (decibels + 55) / 40)) * 100) / 100;
}
