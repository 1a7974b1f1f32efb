import { networkOf } from '@malspar/shared-api';
import { Allowance } from './allowance.js';

describe('how much may be asked', () => {
  it('is limited for one network, whatever address in it is used', async () => {
    const allowance = new Allowance({ perMinute: 2, bySecond: 100 });
    const waits = [];
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:2::3', '2001:db8:1:3::1']) {
      waits.push(await allowance.take(networkOf(address)));
    }
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, true, false]);
    expect(waits[2]).toBeLessThanOrEqual(60);
  });

  it('is limited for all together', async () => {
    const allowance = new Allowance({ perMinute: 100, bySecond: 3 });
    const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'];
    const waits = await Promise.all(addresses.map((address) => allowance.take(networkOf(address))));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
  });
});
