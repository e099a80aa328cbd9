/** What the sign-in page may offer and say. `GET /api/me` */
export interface Who {
  signedIn: boolean;
  /** Only on a demo: people to sign in as, and the address where the same browser is another. */
  demo: {
    people: {
      name: string;
      email: string;
      password: string;
      role: string;
      portrait: string | null;
    }[];
    otherOrigin: string;
  } | null;
  /** Confab has no admin yet: the set-up page makes one. */
  setup: boolean;
  /** The address is not secure: browsers will not open a camera here. */
  insecure: boolean;
  /** Calls come to this address, too; else each room says where its media node is. */
  mediaHere: boolean;
}

/** @returns null when Confab cannot be reached */
export async function whoIsHere(): Promise<Who | null> {
  try {
    const response = await fetch('/api/me', { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Who) : null;
  } catch {
    return null;
  }
}
