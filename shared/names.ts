import { plainHost } from './canonical-address.ts';

/** Words that say what sort of thing is named, in the languages of the agencies: alone they name nobody. */
const GENERIC = new Set(
  (
    'a an the of for and at in on de la le les du des der die das des und von del los las el y di il lo da do ' +
    'agency agence agentur news nachrichten press presse media tv radio network channel group company corporation corp co inc ltd llc plc gmbh ag ' +
    'ministry ministère ministerium department office bureau amt agencia institute institut university universität université ' +
    'national federal state central international government commission committee council bank party court police ' +
    'data dataset figures statistics numbers analysis report study survey poll calculation review investigation findings ' +
    'daten zahlen statistik analyse bericht studie umfrage auswertung données chiffres rapport étude ' +
    'official officials spokesman spokesperson spokeswoman sprecher mr mrs ms dr prof sir president minister ambassador senator'
  ).split(' '),
);

/** The words of a name, without accents, case and signs. */
const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’']s\b/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const plainGeneric = new Set([...GENERIC].flatMap(wordsOf));

const tellingOf = (name: string): readonly string[] => wordsOf(name).filter((word) => !plainGeneric.has(word));

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.length > 0 && some.every((word) => all.includes(word));

/**
 * Whether two names are of the same person or body as far as names tell: all telling words of the one are in the other, such as
 * "Power" in "Samantha Power" and "Reuters analysis" in "Thomson Reuters". Names of nothing but general words have to be equal.
 */
export const isSameName = (one: string, other: string): boolean => {
  const [first, second] = [tellingOf(one), tellingOf(other)];
  if (first.length === 0 || second.length === 0) {
    const [all, others] = [wordsOf(one), wordsOf(other)];
    return all.length > 0 && all.join(' ') === others.join(' ');
  }
  return isWithin(first, second) || isWithin(second, first);
};

/** Whether two names are equal, but for accents, case, signs and general words. */
export const isEqualName = (one: string, other: string): boolean => {
  const [first, second] = [tellingOf(one), tellingOf(other)];
  return isSameName(one, other) && first.length === second.length;
};

/** Second levels under which names are given out, such as `co.uk`. */
const SECOND = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'ac', 'edu', 'or', 'ne', 'go', 'mil']);

/** The part of a host that its owner chose: `reuters` of `uk.reuters.com`. */
const ownLabel = (host: string): string => {
  const labels = plainHost(host).split('.');
  const at = labels.length > 2 && SECOND.has(labels.at(-2) ?? '') ? -3 : -2;
  return labels.at(at) ?? '';
};

/** Whether a host is called after somebody: `reuters.com`, `foxnews.com` after "Fox News". */
export const isHostOf = (host: string, name: string): boolean => {
  const label = ownLabel(host).replaceAll('-', '');
  const [all, telling] = [wordsOf(name), tellingOf(name)];
  if (label.length < 2 || telling.length === 0) return false;
  return [all.join(''), telling.join('')].includes(label) || (label.length > 3 && telling.includes(label));
};
