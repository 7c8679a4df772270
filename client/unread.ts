import { signal } from '@preact/signals';
import { claimOf } from '../shared/activity.ts';
import type { Article } from '../shared/article.ts';
import type { Entry } from '../shared/log.ts';
import { ask } from './api.ts';

/** What others did to each claim of one article since this reviewer saw it last. */
export class Unread {
  readonly #article: string;
  /** How many things, by claim; a claim of which all was seen is not in it. */
  readonly counts = signal<ReadonlyMap<string, number>>(new Map());

  constructor(article: string) {
    this.#article = `/api/articles/${encodeURIComponent(article)}`;
  }

  /** Asks the server what came while this reviewer was away; without an answer nothing is marked. */
  async load(): Promise<void> {
    const answer = await ask<{ readonly claims: Readonly<Record<string, number>> }>('GET', `${this.#article}/unread`);
    if ('value' in answer) this.counts.value = new Map(Object.entries(answer.value.claims));
  }

  /** An entry came; what somebody else did to a claim that is not before the reader is unread. */
  entered(
    { reviewer, parts }: Entry,
    article: Article,
    reader: { readonly id: string; readonly claim: string | undefined },
  ): void {
    if (reviewer === reader.id) return;
    const touched = new Set(parts.flatMap((part) => claimOf(article, part) ?? []));
    if (reader.claim !== undefined) touched.delete(reader.claim);
    if (touched.size === 0) return;
    const counts = new Map(this.counts.value);
    for (const claim of touched) counts.set(claim, (counts.get(claim) ?? 0) + 1);
    this.counts.value = counts;
  }

  /** The reader has a claim before them, as it is at a version. */
  saw(claim: string, version: number): void {
    if (!this.counts.value.has(claim)) return;
    const counts = new Map(this.counts.value);
    counts.delete(claim);
    this.counts.value = counts;
    void ask('POST', `${this.#article}/seen`, { claim, version });
  }

  /** The reader has seen all there is at a version. */
  sawAll(version: number): void {
    this.counts.value = new Map();
    void ask('POST', `${this.#article}/seen`, { version });
  }
}
