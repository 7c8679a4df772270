/** A claim said otherwise. */
export interface Repeat {
  readonly claim: string;
  readonly said: string;
  /** How it was made. */
  readonly by: string;
}

type Rewrite = (claim: string) => string;

const swap =
  (...pairs: readonly (readonly [RegExp, string])[]): Rewrite =>
  (claim) =>
    pairs.reduce((text, [from, to]) => text.replace(from, to), claim);

/** A clause from the end to the beginning. */
const frontEnd: Rewrite = (claim) =>
  claim.replace(
    /^(\p{Lu}[^.?!"“,]{25,}?) ((?:in|on|during|since|after|before) (?:the )?(?:\p{Lu}|\d)[^.,?!"“]{2,40})\.?$/u,
    (_all, rest, end) => `${end[0].toUpperCase()}${end.slice(1)}, ${rest}.`,
  );

const lowerFirst = (text: string): string =>
  /^(?:The|A|An|More|There|It|All|Most|This|Some|Two|Three|Children|People|Masks|Vaccines)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** Ways in which people say a claim again so that it is the same claim; each changes nothing where it does not fit. */
export const REWRITES: Readonly<Record<string, Rewrite>> = {
  percent: swap([/(\d) ?%/g, '$1 per cent'], [/(\d) percent/g, '$1%']),
  fifths: swap(
    [/(?<![.,\d])80 ?(?:%|percent)/, 'four fifths'],
    [/(?<![.,\d])50 ?(?:%|percent)/, 'half'],
    [/(?<![.,\d])75 ?(?:%|percent)/, 'three quarters'],
    [/(?<![.,\d])25 ?(?:%|percent)/, 'a quarter'],
  ),
  thousands: swap([/\b(\d{1,3}),000,000\b/g, '$1 million'], [/\b(\d{1,3}),(\d{3})\b/g, '$1$2']),
  verbs: swap(
    [/\b[Ss]aid\b/g, 'stated'],
    [/\bstarted\b/g, 'began'],
    [/\bfounded\b/g, 'established'],
    [/\bbans\b/g, 'prohibits'],
    [/\bbanned\b/g, 'prohibited'],
    [/\bcures\b/g, 'heals'],
    [/\bprevents?\b/g, 'stops'],
    [/\bcaus(es|ed)\b/g, 'triggers'],
    [/\bshows\b/g, 'depicts'],
    [/\bwon\b/g, 'has won'],
    [/\bdied\b/g, 'has died'],
    [/\bpays\b/g, 'is paying'],
    [/\bgave\b/g, 'handed'],
    [/\bsupports\b/g, 'backs'],
    [/\bendorsed\b/gi, 'backed'],
  ),
  passive: swap([
    /^(\p{Lu}[\p{L}’' ]{2,30}) (killed|banned|founded|endorsed|cancelled|wrote|signed|built|called) (the [\p{L} ]{3,30}|\p{Lu}[\p{L} ]{3,30})( .{8,})\.?$/u,
    '$3 was $2 by $1$4.',
  ]),
  states: swap(
    [/\bU\.S\.|\bUS\b/g, 'United States'],
    [/\bUnited Kingdom\b|\bU\.K\./g, 'UK'],
    [/\bUnited Nations\b/g, 'UN'],
  ),
  shortName: swap(
    [/\bWorld Health Organi[sz]ation(?: \(WHO\))?/g, 'WHO'],
    [/\bNational Basketball Association\b/g, 'NBA'],
    [/\bJoe Biden\b/g, 'Biden'],
    [/\bDonald Trump\b/g, 'Trump'],
    [/\bKamala Harris\b/g, 'Harris'],
    [/\bHillary Clinton\b/g, 'Clinton'],
    [/\bBarack Obama\b/g, 'Obama'],
  ),
  spelling: swap(
    [/organiz/g, 'organis'],
    [/favor/g, 'favour'],
    [/\blabor\b/g, 'labour'],
    [/defense/g, 'defence'],
    [/coronavirus/gi, 'corona virus'],
    [/COVID-19/gi, 'Covid 19'],
    [/center\b/g, 'centre'],
  ),
  told: (claim) => `According to a viral post, ${lowerFirst(claim)}`,
  itIs: (claim) => `It is true that ${lowerFirst(claim)}`,
  cut: swap([/ \([^)]{2,40}\)/g, ''], [/, (?:who|which) [^,]{5,60},/g, '']),
  more: (claim) => `${claim.replace(/[.\s]+$/, '')}, a widely shared message says.`,
  frontEnd,
};

/** A claim with another figure; nothing where it has none. */
export const numberSwapped = (claim: string): string | undefined => {
  const found = /(?<![\p{L}\d.,-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\p{L}\d-]|,\d)/u.exec(claim);
  if (!found?.[1]) return undefined;
  const value = Number(found[1].replaceAll(',', ''));
  const other = value >= 1900 && value <= 2100 ? value - 3 : value * 2 + 1;
  return claim.slice(0, found.index) + String(other) + claim.slice(found.index + found[1].length);
};

/** A claim denied; nothing where there is no word to deny it by, or it is denied already. */
export const negated = (claim: string): string | undefined => {
  if (/\b(?:not|no|never|none|without|nor|nobody|nothing|cannot)\b|n[’']t\b/i.test(claim)) return undefined;
  const found = /\b(?:is|are|was|were|will|can|has been|have been|could|should)\b/.exec(claim);
  if (!found) return undefined;
  const at = found.index + found[0].length;
  return found[0].endsWith('been') ? undefined : `${claim.slice(0, at)} not${claim.slice(at)}`;
};

/** So many claims said otherwise, each way in turn as far as it fits; a claim is said otherwise once. */
export const nearRepeats = (claims: readonly string[], count: number): readonly Repeat[] => {
  const made: Repeat[] = [];
  const taken = new Set<string>();
  const ways = Object.entries(REWRITES);
  for (let way = 0; made.length < count && way < count * ways.length; way += 1) {
    const [by, rewrite] = ways[way % ways.length] ?? ['', (text: string) => text];
    const claim = claims.find((each) => !taken.has(each) && rewrite(each) !== each);
    if (claim === undefined) continue;
    taken.add(claim);
    made.push({ claim, said: rewrite(claim), by });
  }
  return made;
};
