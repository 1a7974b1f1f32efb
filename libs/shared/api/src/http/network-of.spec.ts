import { networkOf } from './network-of.js';

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:0:192.0.2.1', '192.0.2.1'],
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['2002:c000:201::5', '192.0.2.1'],
    ['192.0.2.1:50123', '192.0.2.1'],
    ['[2001:db8:a:b::1]:443', '2001:db8:a:b'],
    ['[2001:db8:a:b::1]', '2001:db8:a:b'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:DB8:000a:b::1', '2001:db8:a:b'],
    ['2001:db8:a:b:c:d:e:f', '2001:db8:a:b'],
    ['1::2:3:4:5:6', '1:0:0:2'],
    ['::2:3:4:5:6:7:8', '0:2:3:4'],
    ['1:2:3:4:5:6:7::', '1:2:3:4'],
    ['1::3:4:5:6:192.0.2.1', '1:0:3:4'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
  ])('%s is in %s', (address, network) => expect(networkOf(address)).toBe(network));

  // Whoever could write what they like here would otherwise be as many visitors as they like.
  it.each([undefined, '', 'unknown', 'a', 'b', '192.0.2.1, 192.0.2.2', `${'1'.repeat(5000)}.1`, '1'.repeat(81)])(
    'is one and the same for all that is no address: %s',
    (address) => expect(networkOf(address)).toBe('unknown'),
  );
});
