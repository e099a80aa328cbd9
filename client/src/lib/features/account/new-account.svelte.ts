import { deviceZone } from '#lib/ui/time/words.ts';
import { tongue } from '#lib/ui/tongue.ts';
import type { NewAccount } from './door.ts';

/** What a newcomer writes about themselves. */
export class AccountDraft implements Omit<NewAccount, 'tongue'> {
  name = $state('');
  email = $state('');
  password = $state('');
  zone = $state(deviceZone());

  /** The fields alone, as they are sent, and the language they were read in. */
  get account(): NewAccount {
    const { name, email, password, zone } = this;
    return { name, email, password, zone, tongue };
  }
}
