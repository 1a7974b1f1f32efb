import { networkOf } from '@malspar/shared-api';
import { HeldBytes } from './held-bytes.js';

test('there is room for so many bytes of one network and of all, and it comes back', () => {
  const room = new HeldBytes(10, 15);
  const [one, same, other] = ['2001:db8::1', '2001:db8::2', '192.0.2.1'].map((address) =>
    room.place(networkOf(address)),
  );
  expect([one!.hold(4), one!.hold(6), same!.hold(4)]).toEqual([true, true, true]);
  expect([same!.hold(5), other!.hold(6)]).toEqual([false, false]);
  expect(other!.hold(5)).toBe(true);
  // What turned out to need nothing holds nothing.
  expect([one!.hold(0), same!.hold(10)]).toEqual([true, true]);
  for (const place of [one!, same!, other!]) place.free();
  expect([one!.hold(10), same!.hold(1), other!.hold(5), other!.hold(6)]).toEqual([true, false, true, false]);
});

test('whoever sends slowly keeps nobody away', () => {
  const room = new HeldBytes(100, 200);
  const slow = Array.from({ length: 50 }, () => room.place(networkOf('192.0.2.1')));
  expect(slow.every((place) => place.hold(1))).toBe(true);
  expect(room.place(networkOf('192.0.2.2')).hold(100)).toBe(true);
});
