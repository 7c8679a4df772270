const encoded = (part: string): string =>
  part.replaceAll(/%(?![0-9a-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/gi, (each) => encodeURIComponent(each));

/**
 * An address as every reader takes it: http or https, in the characters of RFC 3986, without a name and password in it. Empty
 * when it is none.
 */
export const webAddress = (address: string): string => {
  if (!URL.canParse(address)) return '';
  const { protocol, host, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return '';
  const fragment = hash === '' ? '' : `#${encoded(hash.slice(1))}`;
  return `${protocol}//${host}${encoded(pathname)}${encoded(search)}${fragment}`;
};

/** An address that a link leads to: a web address, or one of mail. Empty when it is neither. */
export const linkAddress = (address: string): string =>
  /^mailto:/i.test(address) ? `mailto:${encoded(address.slice('mailto:'.length))}` : webAddress(address);
