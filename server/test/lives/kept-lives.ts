/** A life that once went wrong, or that a sabotaged Confab went wrong in: lived anew by every run. */
interface KeptLife {
  /** What it found. */
  found: string;
  seed: number;
  /** Which of that seed's lives: the first number of the path that the failure printed. */
  life: number;
}

/**
 * Lives are drawn by the steps that there are: where those change, a seed stands for another life, and
 * its words for nothing. Whoever changes them puts what is named here into the product once more, and
 * keeps a seed that finds it.
 */
export const keptLives: Record<'by the rules alone' | 'of the whole server', KeptLife[]> = {
  'by the rules alone': [
    { found: 'a session around another did not overlap it', seed: 2, life: 50 },
    { found: 'of a fold’s two instants the other was taken', seed: 1, life: 10 },
    { found: 'a time that is held was agreed on', seed: 1, life: 2 },
  ],
  'of the whole server': [{ found: 'nobody was reminded an hour before', seed: 2, life: 0 }],
};

/** What a failure says beside its seed. */
export const howToKeep =
  'Keep this life: give its seed, and the first number of its path, a name in server/test/lives/kept-lives.ts';
