import type { MediaControl, NodeStatus } from '@confab/shared';

/** Why a node cannot be ruled now. */
export type LineTrouble = 'unreachable' | 'wrong-key' | 'other-version';

/** The control interface of one node, as the fleet holds it: in process, or over a socket. */
export interface MediaLine extends Omit<MediaControl, 'onStatus'>, Disposable {
  /** Null: nothing. */
  readonly trouble: LineTrouble | null;
  /** Null: the node is out of reach, and what was known of it may not be true any more. */
  onStatus(listener: (status: NodeStatus | null) => void): void;
  tellTime(): void;
}
