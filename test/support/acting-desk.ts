import assert from 'node:assert/strict';
import { type Article, blankArticle } from '../../shared/article.ts';
import { type AnyPart, invertPart } from '../../shared/operations/index.ts';
import type { RefusalReason } from '../../shared/operations/kind.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { docOf, type Edit, marksOf, readNotation } from './notation.ts';

let minute = 0;

/** An article that things are done to, one after another, by whoever is named. */
export class Desk {
  article: Article;

  constructor(line: string) {
    const { text, claims } = readNotation(line);
    const doc = docOf(text);
    const removals = new Map([['r', { id: 'r', text: 'Share this', reason: 'Menu', at: 2 }]]);
    this.article = { ...blankArticle(), version: 1, doc, removals };
    this.does('ann', ...marksOf(doc, claims));
  }

  does(reviewer: string, ...parts: readonly AnyPart[]): this {
    const { article, dropped } = perform(this.article, parts, this.#act(reviewer));
    assert.deepEqual(dropped, []);
    this.article = article;
    return this;
  }

  edits(reviewer: string, edit: Edit): this {
    return this.does(reviewer, { kind: 'text', target: 'body', steps: edit(this.article.doc) });
  }

  /** Does something and takes it back at once, or after what is done in between. */
  takesBack(reviewer: string, part: AnyPart, meanwhile: (desk: Desk) => void = () => {}): this {
    const before = this.article;
    this.does(reviewer, part);
    meanwhile(this);
    return this.does(reviewer, ...(invertPart(before, part, this.#act(reviewer)) ?? []));
  }

  refuses(reviewer: string, role: Role, part: AnyPart, reason: RefusalReason): void {
    const { dropped } = perform(this.article, [part], this.#act(reviewer), { authority: { id: reviewer, role } });
    assert.deepEqual(
      dropped.map((each) => each.reason),
      [reason],
    );
  }

  #act(reviewer: string) {
    minute += 1;
    return { reviewer, at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() };
  }
}
