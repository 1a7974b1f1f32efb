import { isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

declare const brand: unique symbol;
/** One visitor, as far as any limit goes. Only `networkOf` makes one, so no limit can have an idea of its own. */
export type Network = string & { readonly [brand]: true };

/** Everybody whose address cannot be read, together. */
const UNKNOWN = 'unknown';
/** The longest address with a zone and a port; what is longer is not read. */
const LONGEST = 80;
/** One subscriber has at least a /64 to choose addresses from. */
const SUBSCRIBER_GROUPS = 4;
/** Where an IPv4 address stands in the IPv6 ones that only wrap it: mapped, translated, NAT64 and 6to4. */
const WRAPPED_AT: Readonly<Record<string, number>> = { ipv4Mapped: 6, rfc6145: 6, rfc6052: 6, '6to4': 1 };

/**
 * The visitor behind an address as Express gives it (`request.ip`): the IPv4 address, also when it is wrapped in an
 * IPv6 one, or the /64 of an IPv6 address. Some proxies put a port behind the address; it says nothing of who it is.
 */
export function networkOf(address: string | undefined): Network {
  const bare = withoutPort((address ?? '').slice(0, LONGEST + 1));
  if (bare.length > LONGEST) return UNKNOWN as Network;
  if (isIPv6(bare)) return networkOfSix(bare) as Network;
  return (ipaddr.IPv4.isValidFourPartDecimal(bare) ? ipaddr.IPv4.parse(bare).toString() : UNKNOWN) as Network;
}

const withoutPort = (text: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([^:]*):\d+$/.exec(text)?.[1] ?? text;

function networkOfSix(address: string): string {
  // The address as browsers write it: not every way of writing four decimal numbers at the end is read by the library.
  const [bare = ''] = address.split('%');
  const six = ipaddr.IPv6.parse(new URL(`http://[${bare}]`).hostname.slice(1, -1));
  const at = WRAPPED_AT[six.range()];
  if (at === undefined) {
    const groups = six.parts.slice(0, SUBSCRIBER_GROUPS);
    return groups.map((group) => group.toString(16)).join(':');
  }
  return six.parts
    .slice(at, at + 2)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');
}
