/** Parameters that say how somebody came to a page, and never which page it is. */
const TRACKING = new Set([
  ...[
    'fbclid',
    'gclid',
    'gclsrc',
    'gbraid',
    'wbraid',
    'dclid',
    'msclkid',
    'yclid',
    'ymclid',
    'twclid',
    'ttclid',
    'li_fat_id',
  ],
  ...['igsh', 'igshid', 'mc_cid', 'mc_eid', 'mkt_tok', 'vero_id', 'vero_conv', 'wickedid', 'oly_anon_id', 'oly_enc_id'],
  ...[
    '__s',
    '__hssc',
    '__hstc',
    '__hsfp',
    'hsctatracking',
    '_hsenc',
    '_hsmi',
    '_openstat',
    '_ga',
    '_gl',
    's_cid',
    'ns_campaign',
  ],
  ...[
    'ns_mchannel',
    'ns_source',
    'ns_linkname',
    'ns_fee',
    'srsltid',
    'rb_clickid',
    'ml_subscriber',
    'ml_subscriber_hash',
  ],
  ...[
    'at_medium',
    'at_campaign',
    'at_custom1',
    'at_custom2',
    'at_custom3',
    'at_custom4',
    'ftag',
    'smid',
    'smtyp',
    'wt_mc',
    'wt.mc_id',
  ],
  ...[
    'cmpid',
    'ocid',
    'icid',
    'ncid',
    'xtor',
    'spm',
    'guccounter',
    'guce_referrer',
    'guce_referrer_sig',
    'ref_src',
    'ref_url',
  ],
  ...[
    'taid',
    'sh_kit',
    'share_id',
    'sharetype',
    'socialreferer',
    'campaign_id',
    'fb_action_ids',
    'fb_action_types',
    'fb_source',
  ],
]);

const TRACKING_FAMILIES = /^(utm|pk|piwik|mtm|matomo|hsa|itm|ga|stm)_[a-z\d_]+$/i;

const isTracking = (name: string): boolean => TRACKING_FAMILIES.test(name) || TRACKING.has(name.toLowerCase());

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Parameters in their order, since it can matter, each as it was written, without those that track. */
const withoutTracking = (search: string): string => {
  const kept = search
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !isTracking(decoded(each.split('=')[0] ?? '')))
    .filter((each) => !/^(amp|outputtype=amp|output=amp)=?1?$/i.test(each));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
};

/** Percent signs in one spelling: what needs none has none, the others are in capitals (RFC 3986, 6.2.2). */
const spelled = (path: string): string =>
  path.replaceAll(/%[\da-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(letter) ? letter : code.toUpperCase();
  });

/** The page that a copy in Google's AMP cache is of (`…/amp/s/` and `…/c/s/`). */
const outOfCache = (url: URL): URL => {
  const isCache = /^(www\.)?google\.[a-z.]+$/.test(url.hostname) || url.hostname.endsWith('.cdn.ampproject.org');
  const found = isCache && /^\/(?:amp|[cvi])\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname);
  if (!found) return url;
  const address = `${found[1] ? 'https' : 'http'}://${found[2]}${found[3] ?? '/'}${url.search}`;
  return URL.canParse(address) ? new URL(address) : url;
};

/** A host without what only says for which screen it writes: `www.`, `m.`, `mobile.`, `amp.`; a domain of its own stays, such as `m.me`. */
export const plainHost = (hostname: string): string => {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const [first = '', ...rest] = host.split('.');
  if (rest.length >= 2 && /^(www\d?|m|mobile|amp)$/.test(first)) return plainHost(rest.join('.'));
  // Wikipedia and its like: en.m.wikipedia.org
  return rest.length >= 3 && rest[0] === 'm' ? [first, ...rest.slice(1)].join('.') : host;
};

/** Whether two hosts are one site: the same, or one below the other. */
export const isSameSite = (one: string, other: string): boolean => {
  const [first, second] = [plainHost(one), plainHost(other)];
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`);
};

/** A path without the AMP mark that publishers put before or after it, and without a slash at its end. */
const plainPath = (pathname: string): string =>
  spelled(pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/amp\/?$|\.amp(?=(\.html?)?$)/i, '')
    .replace(/^\/amp(?=\/[^/]+\/)/i, '')
    .replace(/\/(index|default)\.(html?|php|aspx?)$/i, '')
    .replace(/\/$/, '');

/** A fragment that names a page of its own, as pages drawn by a script have it: `#!/moon`, `#/moon`; any other is a place in the page. */
const routeIn = (hash: string): string => (/^#!?\//.test(hash) ? hash.replace(/:~:.*$/, '') : '');

/**
 * What is the same for two addresses of the same page, and only for those as far as an address alone can tell: to compare, not to open.
 * The scheme is left out, since a site answers to both alike. Anything but an address of the web is returned as it is, trimmed.
 */
export const canonicalAddress = (address: string): string => {
  const trimmed = address.trim();
  if (!/^https?:/i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  const url = outOfCache(new URL(trimmed));
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return `${plainHost(url.hostname)}${port}${plainPath(url.pathname)}${withoutTracking(url.search)}${routeIn(url.hash)}`;
};
