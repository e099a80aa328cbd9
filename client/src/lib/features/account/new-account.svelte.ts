import { tongueOf } from '@confab/shared';
import { deviceZone } from '#lib/ui/time/words.ts';
import type { NewAccount } from './door.ts';

/** What a newcomer writes about themselves. */
export class AccountDraft implements NewAccount {
  name = $state('');
  email = $state('');
  password = $state('');
  zone = $state(deviceZone());
  readonly tongue = tongueOf(navigator.languages);

  /** The fields alone, as they are sent. */
  get account(): NewAccount {
    const { name, email, password, zone, tongue } = this;
    return { name, email, password, zone, tongue };
  }
}
