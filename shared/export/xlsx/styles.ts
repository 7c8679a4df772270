import { tag } from '../ooxml/xml.ts';

/** The formats of cells, by their place in the part of styles. */
export const STYLES = { plain: 0, head: 1, text: 2, number: 3, day: 4, time: 5, link: 6 } as const;

const FONTS = [
  ['sz', 'name'],
  ['b', 'sz', 'color', 'name'],
  ['u', 'sz', 'color', 'name'],
] as const;

const COLORS = { b: 'FFFFFFFF', u: 'FF0B57D0' } as const;

const fontOf = (parts: (typeof FONTS)[number]): string =>
  tag(
    'font',
    {},
    ...parts.map((part) => {
      if (part === 'sz') return tag('sz', { val: 11 });
      if (part === 'name') return tag('name', { val: 'Calibri' });
      if (part === 'color') return tag('color', { rgb: COLORS[parts[0] as keyof typeof COLORS] });
      return tag(part);
    }),
  );

interface Look {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  /** What is typed into it stays a text. */
  readonly isText?: boolean;
}

const formatOf = ({ format = 0, font = 0, fill = 0, isText }: Look): string =>
  tag(
    'xf',
    {
      ...{ numFmtId: format, fontId: font, fillId: fill, borderId: 0, xfId: 0 },
      quotePrefix: isText ? 1 : undefined,
      ...{
        applyNumberFormat: format ? 1 : undefined,
        applyFont: font ? 1 : undefined,
        applyFill: fill ? 1 : undefined,
      },
      applyAlignment: 1,
    },
    tag('alignment', { vertical: 'top', wrapText: 1 }),
  );

const [DAY, TIME] = [164, 165];

const LOOKS: Readonly<Record<Exclude<keyof typeof STYLES, 'plain'>, Look>> = {
  head: { font: 1, fill: 2 },
  text: { isText: true },
  number: {},
  day: { format: DAY },
  time: { format: TIME },
  link: { font: 2, isText: true },
};

/** The root of the part of styles (ECMA-376, Part 1, §18.8). */
export const styleSheet = (namespace: string): string =>
  tag(
    'styleSheet',
    { xmlns: namespace },
    tag(
      'numFmts',
      { count: 2 },
      tag('numFmt', { numFmtId: DAY, formatCode: 'yyyy\\-mm\\-dd' }),
      tag('numFmt', { numFmtId: TIME, formatCode: 'yyyy\\-mm\\-dd\\ hh:mm:ss' }),
    ),
    tag('fonts', { count: FONTS.length }, ...FONTS.map(fontOf)),
    tag(
      'fills',
      { count: 3 },
      tag('fill', {}, tag('patternFill', { patternType: 'none' })),
      tag('fill', {}, tag('patternFill', { patternType: 'gray125' })),
      tag('fill', {}, tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: 'FF1F3A5F' }))),
    ),
    tag(
      'borders',
      { count: 1 },
      tag('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((at) => tag(at))),
    ),
    tag('cellStyleXfs', { count: 1 }, tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    tag(
      'cellXfs',
      { count: Object.keys(STYLES).length },
      tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
      ...Object.values(LOOKS).map(formatOf),
    ),
    tag('cellStyles', { count: 1 }, tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  );
