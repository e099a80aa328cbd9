import { expect, test } from 'vitest';
import { contested, everyone } from '../authorisation/people.ts';
import { settle } from '../stage/cases.ts';
import { Browser } from './browser.ts';
import { openPushOffice } from './push-office.ts';
import { PushService } from './push-service.ts';

/** Everybody, a real push service, a sender, and a device of the program's manager. */
async function scene() {
  await using owned = new AsyncDisposableStack();
  const all = await everyone();
  const stage = owned.use(all.stage);
  const service = owned.use(new PushService());
  await service.up();
  stage.pushServices.push(service.host);
  const office = owned.use(await openPushOffice(stage));
  const phone = new Browser(service, 'managers');
  await stage.do(all.manager, 'push.subscribe', phone.subscription);
  const everything = owned.move();
  return { all, stage, office, phone, [Symbol.asyncDispose]: () => everything.disposeAsync() };
}

test('F2 N1 N4: a manager’s device is told whose session waits, in their zone, with a way to the case', async () => {
  await using place = await scene();
  const { all, office, phone } = place;
  const { bookingId } = await contested(all);
  await office.allGone();
  expect(phone.shown).toEqual([
    {
      id: expect.any(String),
      title: 'To settle: Farid with Aino',
      body: 'Monday 2 March 2026, 12:30–13:30 (Helsinki)',
      path: `/programs/${all.programId}/cases/${bookingId}`,
      about: bookingId,
      language: 'en',
    },
  ]);
});

test('F4 N2: not once it is settled, nor of what was taken back', async () => {
  await using place = await scene();
  const { all, stage, office, phone } = place;
  const { bookingId } = await contested(all);
  await stage.do(all.manager, 'booking.settle', await settle(all, bookingId));
  await office.allGone();
  expect(phone.shown).toEqual([]);
});

test('P4 N2: nor who does not manage the program any more', async () => {
  await using place = await scene();
  const { all, stage, office, phone } = place;
  await contested(all);
  const { programId, manager: personId } = all;
  await stage.do(all.admin, 'admin.suspend', { programId, personId });
  await office.allGone();
  expect(phone.shown).toEqual([]);
});
