import { isIPv6 } from 'node:net';

const GROUPS = 8;

/** The groups of an IPv6 address as numbers (RFC 4291 §2.2); one that is left out stands for as many zeros as are missing. */
const groupsOf = (address: string): readonly number[] => {
  const [head = '', tail] = address.split('::');
  const numbers = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((each) => Number.parseInt(each, 16));
  const [first, last] = [numbers(head), numbers(tail ?? '')];
  return tail === undefined ? first : [...first, ...Array(GROUPS - first.length - last.length).fill(0), ...last];
};

/**
 * What an address is counted as: an IPv4 address as it is, also where it comes as IPv6; of an IPv6 address the network of 64 bits, since whoever
 * has one address of it has all of them (RFC 6177).
 */
export const addressKey = (address: string): string => {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain) || plain.includes('.')) return address;
  return `${groupsOf(plain)
    .slice(0, GROUPS / 2)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
};
