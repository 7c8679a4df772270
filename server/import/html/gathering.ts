import type { Span } from '../reading.ts';
import { attribute, type Element } from './tree.ts';

/** Words with what is marked in them. */
export interface Gathered {
  readonly text: string;
  readonly spans: readonly Span[];
}

const MARKS: Readonly<Record<string, 'em' | 'strong' | 'code'>> = {
  em: 'em',
  i: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  strong: 'strong',
  b: 'strong',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

type Mark = { readonly mark: 'em' | 'strong' | 'code' } | { readonly mark: 'link'; readonly href: string };

// Word and Google Docs say by style what a page says by element; Google Docs wraps all it copies in a <b> that is not bold.
const styled = (element: Element): Mark | undefined => {
  const style = attribute(element, 'style');
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) return { mark: 'strong' };
  return /font-style\s*:\s*(?:italic|oblique)/i.test(style) ? { mark: 'em' } : undefined;
};

/** How an element marks the words in it; nothing when it does not. */
export const markOf = (element: Element, resolve: (href: string) => string): Mark | undefined => {
  if (element.tagName === 'a') {
    const href = resolve(attribute(element, 'href'));
    return href === '' ? undefined : { mark: 'link', href };
  }
  const style = attribute(element, 'style');
  if (/font-weight\s*:\s*(?:normal|[1-5]00)/i.test(style) && /^(?:b|strong)$/.test(element.tagName)) return undefined;
  const mark = Object.hasOwn(MARKS, element.tagName) ? MARKS[element.tagName] : undefined;
  return mark ? { mark } : element.tagName === 'span' ? styled(element) : undefined;
};

/** A run of words with more marks than anybody set by hand keeps the first of them. */
const MOST_SPANS = 1_000;

/** Words as they are gathered: white space is single, marks know where they began. */
export class Gathering {
  text = '';
  readonly spans: Span[] = [];
  linked = 0;
  #space = false;
  // Of the text or of a line; not asked of the text, which would be copied for it each time.
  #isAtStart = true;

  add(given: string, isKept: boolean): void {
    // A soft hyphen is a hint to whoever breaks lines, and no word is found that has one in it.
    const text = given.replaceAll('\u00ad', '');
    if (isKept) {
      this.#settle();
      this.text += text.replaceAll(/\r\n?/g, '\n');
      this.#isAtStart = false;
      return;
    }
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) this.#space = !this.#isAtStart;
      else {
        this.#settle();
        this.text += part;
        this.#isAtStart = false;
      }
    }
  }

  break(): void {
    this.#space = false;
    this.#isAtStart = true;
    this.text += '\n';
  }

  /** Where a mark that begins now begins. */
  begin(): number {
    return this.text.length + (this.#space ? 1 : 0);
  }

  end(mark: Mark, from: number): void {
    const to = this.text.length;
    if (to <= from || this.text.slice(from, to).trim() === '') return;
    if (this.spans.length < MOST_SPANS) this.spans.push({ ...mark, from, to });
  }

  #settle(): void {
    if (this.#space) this.text += ' ';
    this.#space = false;
  }
}

/** A text without white space around it, its spans moved along. */
export const trimmed = (text: string, spans: readonly Span[]): Gathered => {
  const start = text.length - text.trimStart().length;
  const whole = text.trim();
  const within = (at: number): number => Math.min(Math.max(at - start, 0), whole.length);
  return {
    text: whole,
    spans: spans
      .map((span) => ({ ...span, from: within(span.from), to: within(span.to) }))
      .filter(({ from, to }) => to > from),
  };
};

/** The parts of a text in which empty lines part paragraphs, as pages do that know no paragraphs. */
export const parted = (text: string, spans: readonly Span[]): readonly Gathered[] => {
  const parts: Gathered[] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\n[^\S\n]*\n\s*/g), undefined]) {
    const to = gap?.index ?? text.length;
    const inside = spans.filter((span) => span.from < to && span.to > from);
    const cut = inside.map((span) => ({
      ...span,
      from: Math.max(span.from, from) - from,
      to: Math.min(span.to, to) - from,
    }));
    const piece = trimmed(text.slice(from, to), cut);
    if (piece.text !== '') parts.push(piece);
    if (gap) from = gap.index + gap[0].length;
  }
  return parts;
};
