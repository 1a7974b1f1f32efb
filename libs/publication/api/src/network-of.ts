import { isIPv6 } from 'node:net';

/** The address, or for IPv6 the network that one subscriber has (/64): there they have all the addresses they like. */
export function networkOf(address: string): string {
  const four = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  const [bare = ''] = (four ?? address).split('%');
  if (!isIPv6(bare)) return bare;
  const [head = [], tail = []] = bare
    .replace(/\d+(?:\.\d+){3}$/, '0:0')
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
