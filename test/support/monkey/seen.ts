import type { Page } from 'playwright-core';
import type { Node } from 'prosemirror-model';
import { claimOrder } from '../../../client/claim-order.ts';
import { remarksOf } from '../../../client/editor/remarks-of.ts';
import { type Article, anchorOf } from '../../../shared/article.ts';

/** The text of an article as it stands on a page: for each block the elements it is in, and its stretches with what is on them. */
export type Shown = readonly string[];

/** A character and what is on it. */
type Letter = readonly [letter: string, on: string];

const blockOf = (path: string, letters: readonly Letter[]): string => {
  const stretches: [string, string][] = [];
  for (const [letter, on] of letters) {
    const last = stretches.at(-1);
    if (last?.[1] === on) last[0] += letter;
    else stretches.push([letter, on]);
  }
  return `${path}: ${stretches.map(([text, on]) => (on === '' ? text : `⟦${text}⟧${on}`)).join('')}`;
};

const TAGS: Readonly<Record<string, string>> = {
  ...{ title: 'h1', paragraph: 'p', credit: 'p', blockquote: 'blockquote', bullet_list: 'ul', ordered_list: 'ol' },
  ...{ list_item: 'li', figure: 'figure', caption: 'figcaption', table: 'table', table_row: 'tr', table_cell: 'td' },
  table_header: 'th',
};
const tagOf = (node: Node): string =>
  node.type.name === 'heading' ? `h${node.attrs.level}` : (TAGS[node.type.name] ?? '?');

const MARKS: Readonly<Record<string, string>> = { link: 'a', em: 'em', strong: 'strong', code: 'code' };

/** What an article is to look like. */
export const expectedOf = (article: Article): Shown => {
  const on: string[][] = Array.from({ length: article.doc.content.size + 1 }, () => []);
  const put = (from: number, to: number, what: string): void => {
    for (let at = from; at < to; at += 1) on[at]?.push(what);
  };
  for (const { id } of claimOrder(article).placed) {
    const { from, to } = anchorOf(article, id);
    put(from, to, `claim ${id.slice(0, 6)}`);
  }
  for (const each of remarksOf(article))
    if (each.kind !== 'in') put(each.from, each.to, `remark ${each.id.slice(0, 6)}`);
  const blocks: string[] = [];
  const walk = (node: Node, path: string, start: number): void => {
    node.forEach((child, offset) => {
      const within = `${path}>${tagOf(child)}`;
      if (child.isTextblock) blocks.push(blockOf(within, lettersIn(child, start + offset + 1)));
      else if (!child.isLeaf) walk(child, within, start + offset + 1);
    });
  };
  const lettersIn = (block: Node, start: number): readonly Letter[] => {
    const letters: Letter[] = [];
    block.forEach((child, offset) => {
      const marks = child.marks.map(({ type }) => MARKS[type.name] ?? '?');
      for (let index = 0; index < child.nodeSize; index += 1) {
        const all = [...new Set([...marks, ...(on[start + offset + index] ?? [])])].sort();
        letters.push([child.isText ? (child.text?.[index] ?? '') : '\n', all.join('+')]);
      }
    });
    return letters;
  };
  walk(article.doc, '', 0);
  return blocks;
};

/** What a page shows. */
export interface Sighting {
  readonly save: string;
  /** The text as the view has it. */
  readonly doc: unknown;
  readonly shown: Shown;
}

/** Reads a page. */
export const seenOn = async (page: Page): Promise<Sighting> => {
  const { blocks, ...seen } = await page.evaluate(() => {
    const text = document.querySelector('.text-editor .ProseMirror') as HTMLElement & {
      pmViewDesc: { node: { toJSON(): unknown } };
    };
    const isBlock = (element: Element) => element.matches('h1, h2, h3, h4, h5, h6, p, figcaption');
    const isApart = (element: Element) =>
      element.matches(
        '.ProseMirror-widget, [contenteditable=false], .ProseMirror-trailingBreak, .ProseMirror-separator',
      );
    const found: { path: string; letters: [string, string][] }[] = [];
    const letters = (node: ChildNode, on: readonly string[], into: [string, string][]): void => {
      if (node instanceof Text)
        for (const letter of node.data.split('')) into.push([letter, [...new Set(on)].sort().join('+')]);
      if (!(node instanceof HTMLElement) || isApart(node)) return;
      if (node.tagName === 'BR') return void into.push(['\n', [...new Set(on)].sort().join('+')]);
      const { claim, remark } = node.dataset;
      const more = [
        ...(node.matches('a, em, strong, code') ? [node.tagName.toLowerCase()] : []),
        ...(claim ? [`claim ${claim.slice(0, 6)}`] : []),
        ...(remark ? [`remark ${remark.slice(0, 6)}`] : []),
      ];
      for (const child of node.childNodes) letters(child, [...on, ...more], into);
    };
    const walk = (element: Element, path: string): void => {
      for (const child of element.children) {
        if (isApart(child)) continue;
        const within = child.tagName === 'TBODY' ? path : `${path}>${child.tagName.toLowerCase()}`;
        if (isBlock(child)) {
          const into: [string, string][] = [];
          for (const node of child.childNodes) letters(node, [], into);
          found.push({ path: within, letters: into });
        } else walk(child, within);
      }
    };
    if (text) walk(text, '');
    return {
      blocks: found,
      save: document.querySelector('.save-state')?.className ?? '',
      doc: text?.pmViewDesc.node.toJSON(),
    };
  });
  return { ...seen, shown: blocks.map(({ path, letters }) => blockOf(path, letters)) };
};
