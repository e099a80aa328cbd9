import { vi } from 'vitest';
import type { Stage } from './stage.ts';

/**
 * Resolves when a sender that is woken now has looked into the outbox and found nothing to send.
 * @throws Error when it finds something
 */
export async function looksInVain({ core }: Stage, { wake }: { wake: () => void }): Promise<void> {
  const looks = vi.spyOn(core.ledger.store.behind, 'write');
  wake();
  const inVain = () => {
    const found = looks.mock.settledResults;
    return found.length > 0 && found.every((one) => one.type === 'fulfilled' && one.value === null);
  };
  await vi.waitUntil(inVain, 10_000);
  looks.mockRestore();
}
