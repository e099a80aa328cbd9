/**
 * What a failed attempt means. `away`: whoever takes letters, or our way there, for any letter.
 * `later`: this letter, for now. `never`: this letter, for good. `nobody`: there is nobody any more
 * whom it could reach.
 */
export interface Verdict {
  means: 'away' | 'later' | 'never' | 'nobody';
  /** For the operator: what happened, without addresses. */
  fault: string;
  /** Milliseconds for which they ask not to be asked again. */
  wait?: number;
}
