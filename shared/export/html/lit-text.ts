import type { Node } from 'prosemirror-model';
import { anchorOf } from '../../article.ts';
import { LEVELS, levelsOf } from '../../levels.ts';
import { marked } from './marked-text.ts';
import { html, type Piece } from './markup.ts';
import type { Report, ShownClaim } from './report.ts';

/** A claim where it stands: in positions of the text, with the level of its line. */
export interface Lit {
  readonly shown: ShownClaim;
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** The claims that stand on words, with a line each such that none lies on another's while there is room. */
export const litClaims = ({ edition, claims }: Report): readonly Lit[] => {
  const placed = claims
    .filter(({ at }) => at)
    .map((shown) => {
      const { from, to } = anchorOf(edition.article, shown.claim.id);
      return { id: shown.claim.id, shown, from, to };
    });
  const levels = levelsOf(placed);
  return placed.map(({ id, ...each }) => ({ ...each, level: Math.min(levels.get(id) ?? 0, LEVELS - 1) }));
};

/** Writes the inline content of an article with its claims lit: each has an element with its id where it begins, and its number where it ends. */
export class LitText {
  readonly #report: Report;
  readonly #lit: readonly Lit[];
  readonly #begun = new Set<string>();

  constructor(report: Report, lit: readonly Lit[]) {
    this.#report = report;
    this.#lit = lit;
  }

  /** What stands in a text block of which the content begins at a position. */
  write(block: Node, start: number): Piece {
    const end = start + block.content.size;
    const here = this.#lit.filter(({ from, to }) => from < end && to > start);
    const pieces: Piece[] = [];
    block.forEach((node, offset) => {
      const at = start + offset;
      pieces.push(node.isText ? this.#run(node, at, here) : html`<br>`);
    });
    return pieces;
  }

  #run(node: Node, at: number, here: readonly Lit[]): Piece {
    const end = at + node.nodeSize;
    const over = here.filter(({ from, to }) => from < end && to > at);
    const cuts = over.flatMap(({ from, to }) => [from, to]).filter((each) => each > at && each < end);
    const edges = [...new Set([at, ...cuts, end])].sort((one, other) => one - other);
    return edges.slice(1).map((to, index) => {
      const from = edges[index] ?? at;
      const covering = over.filter((each) => each.from <= from && each.to >= to);
      return [this.#stretch(node, node.text?.slice(from - at, to - at) ?? '', covering), this.#numbers(covering, to)];
    });
  }

  /** Words under the lines of some claims: the outermost is the outermost element, the innermost is where a click leads. */
  #stretch(node: Node, text: string, covering: readonly Lit[]): Piece {
    const { piece, isLink } = marked(node, text);
    const inward = [...covering].sort((one, other) => one.to - one.from - (other.to - other.from));
    const lit = inward.reduce<Piece>((inner, each) => this.#mark(each, inner), piece);
    const [innermost] = inward;
    if (!innermost || isLink) return lit;
    return html`<a class="to" href="#claim-${innermost.shown.claim.id}" tabindex="-1">${lit}</a>`;
  }

  #mark({ shown: { claim, look, state }, level }: Lit, inner: Piece): Piece {
    const isFirst = !this.#begun.has(claim.id);
    this.#begun.add(claim.id);
    const id = isFirst && html` id="words-${claim.id}"`;
    const changed = state === 'changed' && ' changed';
    return html`<mark${id} class="${look} level-${level}${changed}" aria-details="claim-${claim.id}">${inner}</mark>`;
  }

  /** The numbers of the claims of which the last word is before a position. */
  #numbers(covering: readonly Lit[], to: number): Piece {
    const { doc } = this.#report.edition.article;
    const ending = covering.filter((each) => each.to <= to || doc.textBetween(to, each.to) === '');
    return ending.map(({ shown: { claim, number, label, look } }) => {
      const says = this.#report.words.claimAs(number, label);
      return html`<a class="number ${look}" href="#claim-${claim.id}" aria-label="${says}">${number}</a>`;
    });
  }
}
