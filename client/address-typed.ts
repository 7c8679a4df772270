/** An address as a browser takes it: `www.reuters.com` is one, too. */
export const addressTyped = (typed: string): string => {
  const address = typed.trim();
  return /^[^\s:/?#@]+\.[^\s:/?#@]+(?:[:/?#]\S*)?$/.test(address) ? `https://${address}` : address;
};
