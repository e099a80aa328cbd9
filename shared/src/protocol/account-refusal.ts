import type { GeneralRefusal } from './refusal.ts';

/** Refusals about accounts. */
type AccountRefusal =
  /** No account has this e-mail address together with this password. */
  | { code: 'sign-in-failed' }
  /** Characters that a password needs at least, or may have at most. */
  | { code: 'password-short'; least: number }
  | { code: 'password-long'; most: number }
  | { code: 'email-taken' }
  /** The set-up code is not the one on the console. */
  | { code: 'setup-code' }
  /** Confab has its admin already. */
  | { code: 'setup-done' };

/** Refusals of a link in a letter by which an offer is answered. */
export type AnswerRefusal =
  /** It is not one of ours, or no longer as it was sent. */
  | { code: 'link-altered' }
  | { code: 'link-expired' }
  /** It has been answered by this link, or another of the same offer. */
  | { code: 'link-used' }
  /** The offer was answered or changed in another way. */
  | { code: 'link-overtaken' }
  /** Another session has taken the time. */
  | { code: 'link-busy' };

/** Refusals before a request is looked at. */
type EdgeRefusal =
  /** The request names a host that is not Confab's; `at` are the origins that are. */
  | { code: 'host'; at: string[] }
  /** It comes from a page of another site, or from none. */
  | { code: 'origin' }
  /** It went through a proxy, which the demo never does. */
  | { code: 'forwarded' }
  | { code: 'method' }
  | { code: 'too-large'; most: number };

/** What an address of Confab answers when it refuses; `says` is a sentence for people. */
export type HttpRefusal = GeneralRefusal | AccountRefusal | AnswerRefusal | EdgeRefusal;
export type HttpAnswer<Value> =
  { ok: true; value: Value } | ({ ok: false; says: string } & HttpRefusal);
