import Fraction from 'fraction.js';

/** What is measured: kinds of units with their powers, such as `m` twice, or people once. */
export type Dimensions = ReadonlyMap<string, number>;

/** A unit as it is written. */
export interface Unit {
  /** How much of the base unit it is. */
  readonly factor: Fraction;
  readonly dimensions: Dimensions;
  /** A percent and a percentage point are both a hundredth, and not the same. */
  readonly share?: 'percent' | 'points';
}

type Row = readonly [base: string, power: number, factor: string, ...names: readonly string[]];

const METRES = '1609.344';

const ROWS: readonly Row[] = [
  ['m', 1, '1', 'm', 'metre', 'meter'],
  ['m', 1, '1000', 'km', 'kilometre', 'kilometer'],
  ['m', 1, '0.01', 'cm'],
  ['m', 1, '0.001', 'mm'],
  ['m', 1, METRES, 'mi', 'mile', 'meile', 'meilen'],
  ['m', 1, '0.3048', 'ft', 'foot', 'feet', 'fuß'],
  ['m', 1, '0.9144', 'yd', 'yard'],
  ['m', 1, '0.0254', 'inch', 'inche'],
  ['m', 1, '1852', 'nmi', 'nautical mile'],
  ['m', 2, '10000', 'ha', 'hectare', 'hektar'],
  ['m', 2, '4046.8564224', 'acre'],
  ['m', 3, '0.001', 'l', 'litre', 'liter'],
  ['kg', 1, '1', 'kg', 'kilo', 'kilogram'],
  ['kg', 1, '0.001', 'g', 'gram', 'gramm'],
  ['kg', 1, '1000', 't', 'tonne', 'tonnen'],
  ['kg', 1, '0.45359237', 'lb', 'lbs'],
  ['s', 1, '1', 's', 'second', 'sekunde', 'sekunden'],
  ['s', 1, '60', 'min', 'minute', 'minuten'],
  ['s', 1, '3600', 'h', 'hour', 'stunde', 'stunden'],
  ['s', 1, '86400', 'day', 'tag', 'tage'],
  ['s', 1, '604800', 'week', 'woche', 'wochen'],
  ['year', 1, '1', 'year', 'jahr', 'jahre'],
  ['year', 1, '1/12', 'month', 'monat', 'monate'],
  ['Wh', 1, '1', 'wh'],
  ['Wh', 1, '1000', 'kwh'],
  ['Wh', 1, '1000000', 'mwh'],
  ['Wh', 1, '1000000000', 'gwh'],
  ['Wh', 1, '1000000000000', 'twh'],
  ['W', 1, '1', 'w', 'watt'],
  ['W', 1, '1000', 'kw'],
  ['W', 1, '1000000', 'mw'],
  ['W', 1, '1000000000', 'gw'],
  ['people', 1, '1', 'people', 'person', 'mensch', 'menschen', 'personen'],
  ['€', 1, '1', '€', 'eur', 'euro'],
  ['$', 1, '1', '$', 'usd', 'dollar', 'us$'],
  ['£', 1, '1', '£', 'gbp'],
];

const SHARES: Readonly<Record<string, NonNullable<Unit['share']>>> = {
  '%': 'percent',
  percent: 'percent',
  'per cent': 'percent',
  prozent: 'percent',
  points: 'points',
  'percentage points': 'points',
  'percentage point': 'points',
  pp: 'points',
  prozentpunkte: 'points',
};

const MANY: Readonly<Record<string, string>> = {
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
  tausend: '1000',
  millionen: '1000000',
  'mio.': '1000000',
  milliarde: '1000000000',
  milliarden: '1000000000',
  'mrd.': '1000000000',
};

const POWERS: Readonly<Record<string, number>> = { '²': 2, '³': 3, '^2': 2, '^3': 3, '2': 2, '3': 3 };

const NO_UNIT: Unit = { factor: new Fraction(1), dimensions: new Map() };

/** Dimensions with others added so many times; what cancels out is gone. */
export const combined = (one: Dimensions, other: Dimensions, times: number): Dimensions => {
  const all = new Map(one);
  for (const [base, power] of other) all.set(base, (all.get(base) ?? 0) + power * times);
  return new Map([...all].filter(([, power]) => power !== 0));
};

export const isSame = (one: Dimensions, other: Dimensions): boolean => combined(one, other, -1).size === 0;

/** Dimensions in words: "m²/people"; empty where there are none. */
export const dimensionWords = (dimensions: Dimensions): string => {
  const shown = (sign: number): string =>
    [...dimensions]
      .filter(([, power]) => power * sign > 0)
      .map(
        ([base, power]) =>
          base +
          (Math.abs(power) === 1
            ? ''
            : Math.abs(power) === 2
              ? '²'
              : Math.abs(power) === 3
                ? '³'
                : `^${Math.abs(power)}`),
      )
      .join(' · ');
  const below = shown(-1);
  return below === '' ? shown(1) : `${shown(1) || '1'}/${below}`;
};

const named = (label: string): readonly [string, number, Fraction] => {
  const lower = label.toLowerCase();
  const forms = [lower, lower.length > 3 ? lower.replace(/s$/, '') : lower];
  const row = ROWS.find(([, , , ...names]) => names.some((name) => forms.includes(name)));
  // What is not known is counted by its own name, in one or several.
  return row ? [row[0], row[1], new Fraction(row[2])] : [forms[1] ?? lower, 1, new Fraction(1)];
};

const atomOf = (text: string): Unit => {
  const words = text.trim();
  if (words === '') return NO_UNIT;
  const number = /^(\d{1,3}(?:[., ]\d{3})+|[1-9]\d{0,14})(?![\d.,])(.*)$/.exec(words);
  if (number) {
    const rest = atomOf(number[2] ?? '');
    const count = BigInt((number[1] ?? '').replaceAll(/\D/g, '')) || 1n;
    return { ...rest, factor: rest.factor.mul(new Fraction(count, 1n)) };
  }
  const [first = '', ...after] = words.split(' ');
  const many = Object.hasOwn(MANY, first.toLowerCase()) ? MANY[first.toLowerCase()] : undefined;
  if (many !== undefined) {
    const rest = atomOf(after.join(' '));
    return { ...rest, factor: rest.factor.mul(new Fraction(many)) };
  }
  const square = /^(?:sq|square)\.? (.*)$/i.exec(words);
  const raised = /^(.*\p{L})(²|³|\^2|\^3|2|3)$/u.exec(words);
  const power = square ? 2 : (POWERS[raised?.[2] ?? ''] ?? 1);
  const [base, own, factor] = named(square?.[1] ?? raised?.[1] ?? words);
  return { factor: factor.pow(power) ?? factor, dimensions: new Map([[base, own * power]]) };
};

/** How many of what it counts a unit is: a million for "million €", one for "km". */
export const countOf = (text: string): number => {
  const [above = ''] = text.trim().split('/');
  const number = MANY[above.trim().split(/\s+/)[0]?.toLowerCase() ?? ''];
  return number === undefined ? 1 : Number(number);
};

/** Reads a unit: "km", "%", "people/km²", "cases per 100,000 people", "million €". What is not known is a label, counted as it is. */
export const unitOf = (text: string): Unit => {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  const share = Object.hasOwn(SHARES, words.toLowerCase()) ? SHARES[words.toLowerCase()] : undefined;
  if (share) return { factor: new Fraction(1n, 100n), dimensions: new Map(), share };
  const [above = '', ...below] = words.split(/\s*\/\s*|(?:^| )(?:per|je|pro) /i);
  const product = (parts: string): Unit =>
    parts
      .split(/\s*[·*]\s*/)
      .map(atomOf)
      .reduce((all, each) => ({
        factor: all.factor.mul(each.factor),
        dimensions: combined(all.dimensions, each.dimensions, 1),
      }));
  return below.map(product).reduce(
    (all, each) => ({
      factor: all.factor.div(each.factor),
      dimensions: combined(all.dimensions, each.dimensions, -1),
    }),
    product(above),
  );
};
