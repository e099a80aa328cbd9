import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Station, type StationOptions } from '@confab/sfu';
import { Temporal, type Attendance, type Instant, type NodeStatus } from '@confab/shared';
import { exportJWK, generateKeyPair } from 'jose';
import { createGrantSigner } from '../../src/media/grants.ts';
import { NodeLine, type NodeLineOptions } from '../../src/media/node-line.ts';

export const origin = 'https://mentors.example.org';
export const now = (): Instant => Temporal.Now.instant();
export const after = (ms: number): Instant => now().add({ milliseconds: ms });

/** What an operator would read. */
export class Lines {
  readonly said: string[] = [];
  readonly info = (_: unknown, text?: string) => void this.said.push(`info ${text ?? ''}`);
  readonly warn = (_: unknown, text?: string) => void this.said.push(`warn ${text ?? ''}`);
  readonly error = (_: unknown, text?: string) => void this.said.push(`error ${text ?? ''}`);

  count(part: string): number {
    return this.said.filter((line) => line.includes(part)).length;
  }
}

/** An installation's keys, and media nodes in other processes' stead: over real sockets. */
export class Apart implements AsyncDisposable {
  readonly control = randomBytes(32).toString('base64url');
  readonly signer: ReturnType<typeof createGrantSigner>;
  readonly #grantKey: CryptoKey;
  readonly #open = new AsyncDisposableStack();

  private constructor(keys: { privateKey: CryptoKey; publicKey: CryptoKey }) {
    this.signer = createGrantSigner(keys.privateKey, now);
    this.#grantKey = keys.publicKey;
  }

  static async open(): Promise<Apart> {
    return new Apart(await generateKeyPair('EdDSA', { crv: 'Ed25519' }));
  }

  /** @param mediaPort each test has its own, as in the node's own tests */
  async node(mediaPort: number, options: Partial<StationOptions> & { control?: string } = {}) {
    const { control = this.control, ...rest } = options;
    const log = new Lines();
    const station = await Station.open({
      host: '127.0.0.1',
      port: 0,
      tls: null,
      keys: { control, grants: [this.#grantKey] },
      workerBin: process.env['MEDIASOUP_WORKER_BIN'] ?? '',
      workers: 1,
      listen: { ip: '127.0.0.1', port: mediaPort, announcedAddresses: [] },
      clock: now,
      log,
      ...rest,
    });
    this.#open.use(station);
    const url = `http://127.0.0.1:${String(station.port)}`;
    return { station, log, url, port: station.port };
  }

  /** A data folder in which the server has left its keys for nodes in processes of their own. */
  async keysFolder(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'confab-apart-'));
    this.#open.defer(() => {
      rmSync(folder, { recursive: true });
    });
    const { kty, crv, x } = await exportJWK(this.#grantKey);
    const keys = { control: this.control, grants: [{ kty, crv, x }] };
    writeFileSync(join(folder, 'media-keys.json'), JSON.stringify(keys), { mode: 0o600 });
    return folder;
  }

  /** The server's end of the line to a node, with what it heard. */
  line(url: string, options: Partial<NodeLineOptions> = {}) {
    const log = new Lines();
    const line = new NodeLine({
      url,
      controlKey: this.control,
      clock: now,
      origins: () => [origin],
      log,
      ...options,
    });
    this.#open.use(line);
    const attendance: Attendance[] = [];
    const statuses: (NodeStatus | null)[] = [];
    line.onAttendance((event) => {
      attendance.push(event);
      return Promise.resolve();
    });
    line.onStatus((status) => void statuses.push(status));
    const rooms = () => statuses.at(-1)?.rooms.map(({ roomId }) => roomId) ?? null;
    const connected = () => (statuses.at(-1) ?? null) !== null;
    return { line, log, attendance, statuses, rooms, connected };
  }

  grant(roomId: string, personId: string = randomUUID(), epoch = 1): Promise<string> {
    const session = 'the only sign-in of theirs';
    const seat = { grantId: randomUUID(), roomId, epoch, personId, session };
    return this.signer.room({ ...seat, name: 'Ada', role: 'mentee' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#open.disposeAsync();
  }
}
