import type { Lexicon, NumberHedge } from './lexicon.ts';

const hedge = (sense: NumberHedge['sense'], from: number, to: number, ...words: readonly string[]) =>
  Object.fromEntries(words.map((word) => [word, { sense, from, to }]));

const FAR = 1e6;

const FEWER: NumberHedge = { sense: 'most', from: 0, to: 1, strict: true };

const words = (text: string): readonly string[] => text.split(' ');

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u' };

const stem = (word: string): string => {
  const bare = word.replaceAll(/[äöü]/g, (each) => UMLAUTS[each] ?? each);
  return bare.length < 4
    ? bare
    : bare.replace(/(?<=...)(?:ungen|ung|en|er|es|em|e|n|s)$/, '').replace(/(?<=...)e$/, '');
};

const ONES = { ein: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9 } as const;
const TENS = { zwanzig: 20, dreißig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90 };

const compounds = Object.fromEntries(
  Object.entries(TENS).flatMap(([ten, tens]) =>
    Object.entries(ONES).map(([one, ones]): [string, number] => [`${one}und${ten}`, tens + ones]),
  ),
);

const { ein: _, ...FROM_TWO } = ONES;

/** German: figures and what softens them in full, the rest as far as it is often needed. */
export const GERMAN: Lexicon = {
  language: 'de',
  hedges: {
    ...hedge('below', 0.9, 1, 'fast', 'beinahe', 'knapp', 'nahezu', 'annähernd', 'kurz vor', 'nicht ganz', 'an die'),
    ...hedge(
      'near',
      0.92,
      1.08,
      'rund',
      'etwa',
      'ungefähr',
      'circa',
      'zirka',
      'ca',
      'in etwa',
      'um die',
      'schätzungsweise',
    ),
    ...hedge('above', 1, 1.15, 'mehr als', 'über', 'gut', 'etwas mehr als', 'etwas über', 'knapp über'),
    ...hedge('least', 1, FAR, 'mindestens', 'wenigstens', 'zumindest', 'nicht weniger als'),
    ...hedge('most', 0, 1, 'höchstens', 'maximal', 'bis zu', 'nicht mehr als'),
    'weniger als': FEWER,
    unter: FEWER,
  },
  doubts: [
    ['könnte', 'könnten', 'möglicherweise', 'vielleicht', 'womöglich', 'eventuell'],
    ['wahrscheinlich', 'vermutlich', 'voraussichtlich', 'wohl'],
    ['angeblich', 'mutmaßlich', 'soll', 'sollen'],
    ['offenbar', 'anscheinend', 'scheinbar', 'scheint', 'scheinen'],
    ['größtenteils', 'überwiegend', 'hauptsächlich', 'meist', 'meistens'],
    ['oft', 'häufig', 'in der regel', 'manchmal', 'gewöhnlich'],
    ['teilweise', 'zum teil', 'teils'],
  ],
  qualifiers: words(
    'gemeldete gemeldeten erfasste erfassten registrierte registrierten bestätigte bestätigten mutmaßliche mutmaßlichen sogenannte sogenannten durchschnittlich durchschnittliche durchschnittlichen',
  ),
  negations: words('nicht kein keine keinen keinem keiner keines nie niemals weder nirgends'),
  denials: ['außerhalb', 'ohne', 'scheiterte', 'scheiterten'],
  contrasts: [
    [
      ['verletzt', 'verletzte', 'verletzten'],
      ['getötet', 'tot', 'tote', 'toten', 'gestorben'],
    ],
    [
      ['angeklagt', 'beschuldigt', 'festgenommen'],
      ['verurteilt', 'schuldig'],
    ],
    [
      ['umsatz', 'umsätze'],
      ['gewinn', 'gewinne'],
    ],
    [
      ['gestiegen', 'stieg', 'stiegen', 'zunahme', 'anstieg', 'mehr'],
      ['gesunken', 'sank', 'sanken', 'abnahme', 'rückgang', 'weniger'],
    ],
    [['prozent'], ['prozentpunkte', 'prozentpunkten']],
  ],
  synonyms: [
    ['prozent', '%', 'v. h.'],
    ['sagte', 'erklärte', 'teilte', 'betonte'],
    ['getötet', 'tot', 'tote', 'toten', 'gestorben', 'ums leben'],
  ],
  stopWords: words(
    'der die das den dem des ein eine einen einem einer eines dies diese dieser dieses es er sie wir ihr ihre sein seine unser und oder aber wenn als wie so dann weil da auch nur noch schon sehr von zu in auf an bei für aus mit nach unter über vor durch gegen ohne um ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien laut etwa rund alle jeder jede jedes',
  ),
  calendar: words(
    'januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
  ),
  numbers: {
    ...{ null: 0, eins: 1, ...FROM_TWO, zehn: 10, elf: 11, zwölf: 12, dreizehn: 13, vierzehn: 14, fünfzehn: 15 },
    ...{ sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19, hundert: 100, tausend: 1000, ...TENS, ...compounds },
  },
  scales: {
    ...{
      hundert: 100,
      tausend: 1e3,
      million: 1e6,
      millionen: 1e6,
      mio: 1e6,
      milliarde: 1e9,
      milliarden: 1e9,
      mrd: 1e9,
    },
    ...{ billion: 1e12, billionen: 1e12, dutzend: 12 },
  },
  fractions: {
    ...{ hälfte: 1 / 2, halbe: 1 / 2, drittel: 1 / 3, viertel: 1 / 4, fünftel: 1 / 5, sechstel: 1 / 6 },
    ...{ achtel: 1 / 8, zehntel: 1 / 10 },
  },
  multiples: {
    ...{ verdoppelt: 2, verdoppelte: 2, verdoppelten: 2, doppelt: 2, zweimal: 2, zweifache: 2, verdreifacht: 3 },
    ...{
      verdreifachte: 3,
      verdreifachten: 3,
      dreimal: 3,
      dreifach: 3,
      dreifache: 3,
      vervierfacht: 4,
      vervierfachte: 4,
    },
    ...{ viermal: 4, fünfmal: 5, verfünffacht: 5, zehnmal: 10, verzehnfacht: 10, halbiert: 1 / 2, halbierte: 1 / 2 },
    ...{ halbierten: 1 / 2 },
  },
  times: ['mal', 'fach', 'fache'],
  points: ['prozentpunkte', 'prozentpunkten', 'prozentpunkt'],
  amounts: {
    'die überwiegende mehrheit': [0.75, 1],
    'die große mehrheit': [0.7, 1],
    'fast alle': [0.9, 1],
    'die mehrheit': [0.5, 1],
    'eine mehrheit': [0.5, 1],
    'die meisten': [0.5, 1],
    alle: [0.995, 1],
    'eine minderheit': [0, 0.5],
    wenige: [0, 0.25],
    kaum: [0, 0.1],
  },
  percent: ['prozent', 'prozentpunkte', 'prozentpunkten', 'prozentpunkt', '%'],
  outOf: ['von', 'aus', 'von den'],
  articles: words('der die das den dem des ein eine einen einem einer eines allen aller insgesamt'),
  capitalNouns: true,
  stem,
};
