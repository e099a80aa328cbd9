/** Why a calendar could not be read the last time. Codes are stable; pages turn them into sentences. */
export type SourceFault =
  /** No such host, no answer, an answer that breaks off, or one that says it cannot. */
  | 'unreachable'
  /** The address was sealed with secrets that this installation has no more: it is to be named again. */
  | 'address-lost'
  /** The host lies within the machine's own network, and the operator has not named it. */
  | 'not-allowed'
  /** It asks for a password, or says no. */
  | 'closed'
  /** There is no calendar at the address any more. */
  | 'gone'
  /** It leads on and on, or to where nothing may be asked. */
  | 'led-astray'
  | 'too-large'
  | 'too-slow'
  /** What is there is no calendar. */
  | 'no-calendar'
  /** More events, or more of one that repeats, than anybody has. */
  | 'too-much';
