import { BlockList, isIP } from 'node:net';

/**
 * What is not on the public internet: the special-purpose registries of IANA (RFC 6890 and what came since), multicast, and the
 * IPv6 forms that stand for an IPv4 address: mapped, compatible, NAT64, 6to4, Teredo.
 */
const NOT_PUBLIC = {
  ipv4: [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24'],
    ...['198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
  ],
  // Only 2000::/3 is given out at all; what is special in it is named.
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
} as const;

const blockListOf = (family: keyof typeof NOT_PUBLIC): BlockList => {
  const list = new BlockList();
  for (const range of NOT_PUBLIC[family]) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), family);
  }
  return list;
};

// One for each: in a list of both, an IPv4 address is also looked for as mapped into IPv6, all of which is blocked.
const BLOCKED = { ipv4: blockListOf('ipv4'), ipv6: blockListOf('ipv6') } as const;

/** Whether an IP address is one of the public internet, where alone pages are fetched from. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address);
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return version !== 0 && !BLOCKED[family].check(address, family);
};
