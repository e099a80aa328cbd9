import type {
  MediaAnswer,
  MediaCallName,
  MediaValue,
  MediaWire,
  NodeToClient,
  RoomView,
  RtpCapabilitiesView,
} from '@confab/shared';
import { backoff } from './backoff.ts';
import { openMediaSocket, type MediaSocket, type OpenMediaSocket } from './sockets.ts';
import { worthAnotherTry, type GetTicket } from './ticket.ts';

/** Milliseconds for which an answer is waited for. */
const patience = 8_000;

export interface LinkOptions {
  ticket: GetTicket;
  /** Asked as a connection is made: the `join` that goes along, so that no trip is lost; or null. */
  begin?: () => MediaWire<'join'> | null;
  /**
   * Every admitted connection begins with this; the node's capabilities come along.
   * @param joined the answer to what `begin` gave; null: it gave nothing
   */
  onConnected: (
    rtpCapabilities: RtpCapabilitiesView,
    joined: Promise<MediaAnswer<RoomView>> | null,
  ) => void;
  /** The connection broke; the link is on its way back. */
  onLost: () => void;
  /** The link has ended: the server or the node does not let this person in. */
  onRefused: (code: string) => void;
  on?: Partial<Omit<NodeToClient, 'welcome' | 'joined'>>;
  open?: OpenMediaSocket | undefined;
}

/**
 * The signalling connection to a media node. Each connection, also each one after a loss, brings a
 * fresh ticket; the node may be another one then.
 */
export class NodeLink {
  #options: LinkOptions;
  #socket: MediaSocket | null = null;
  #node = '';
  /** Resolves when the node has answered the `join` that went along; null: none did. */
  #joined: PromiseWithResolvers<MediaAnswer<RoomView>> | null = null;
  #tries = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    void this.#connect();
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
  }

  /** Asks the node. Not connected, or no answer in time: `unavailable`. */
  async call<Name extends MediaCallName>(
    name: Name,
    input: MediaWire<Name>,
  ): Promise<MediaAnswer<MediaValue<Name>>> {
    const socket = this.#socket;
    if (!socket?.connected) return { ok: false, code: 'unavailable' };
    try {
      const answer = await socket.timeout(patience).emitWithAck('call', name, input);
      return answer as MediaAnswer<MediaValue<Name>>;
    } catch {
      return { ok: false, code: 'unavailable' };
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#drop();
  }

  async #connect(): Promise<void> {
    const ticket = await this.#ticket();
    if (this.#closed || !ticket) return;
    if (!ticket.ok) return busy(ticket.code) ? this.#again() : this.#refused(ticket.code);
    if (!this.#socket || this.#node !== ticket.value.node) this.#open(ticket.value.node);
    if (!this.#socket) return;
    const { grant } = ticket.value;
    this.#socket.auth = (give) => {
      const join = this.#options.begin?.() ?? null;
      this.#joined = join && Promise.withResolvers();
      give(join ? { grant, join } : { grant });
    };
    this.#socket.connect();
  }

  /** Null when the server could not be asked; another try is under way then. */
  async #ticket() {
    try {
      return await this.#options.ticket();
    } catch {
      this.#again();
      return null;
    }
  }

  #open(node: string): void {
    this.#drop();
    this.#node = node;
    const socket = (this.#options.open ?? openMediaSocket)(node);
    this.#socket = socket;
    socket.on('welcome', ({ rtpCapabilities }, received) => {
      received?.();
      this.#tries = 0;
      this.#options.onConnected(rtpCapabilities, this.#joined?.promise ?? null);
    });
    socket.on('joined', (answer) => this.#joined?.resolve(answer));
    socket.on('disconnect', () => {
      this.#joined?.resolve({ ok: false, code: 'unavailable' });
      if (this.#closed) return;
      this.#options.onLost();
      this.#again();
    });
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      const code = error.data?.code;
      if (code === undefined || worthAnotherTry(code, this.#tries)) return this.#again();
      this.#refused(code);
    });
    for (const [name, listener] of Object.entries(this.#options.on ?? {}))
      socket.on(name as keyof NodeToClient, listener);
  }

  /** Connects anew after a pause, always with a new ticket: the old one is spent. */
  #again(): void {
    if (this.#closed) return;
    this.#socket?.disconnect();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(), backoff(this.#tries++));
  }

  #refused(code: string): void {
    this.close();
    this.#options.onRefused(code);
  }

  #drop(): void {
    this.#joined?.resolve({ ok: false, code: 'unavailable' });
    this.#socket?.off();
    this.#socket?.disconnect();
    this.#socket = null;
  }
}

/** The server itself is stopping or starting, or asks for patience. */
const busy = (code: string): boolean => code === 'unavailable' || code === 'too-many';
