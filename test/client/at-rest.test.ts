import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from '@preact/signals';
import { Transform } from 'prosemirror-transform';
import { atRest } from '../../client/at-rest.ts';
import type { Article } from '../../shared/article.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import { schema } from '../../shared/schema.ts';
import { begin } from '../support/anchored-article.ts';

const by = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };
const after = (article: Article, part: AnyPart): Article => perform(article, [part], by).article;
const typedIn = (article: Article, words: string): Article => {
  const { steps } = new Transform(article.doc).insert(article.doc.content.size - 1, schema.text(words));
  return after(article, { kind: 'text', target: 'body', steps });
};

describe('what is shown beside the text', () => {
  const start = () => {
    const live = signal<Article | undefined>(begin('It held [a:80 of] the places.'));
    const pressing = signal<unknown>(0);
    const shown = atRest(
      live,
      (article) => article,
      () => [pressing.value],
    );
    const begun = live.value;
    assert.ok(begun);
    return { live, pressing, shown, begun };
  };

  it('waits for typing to rest while nothing but words changes', async () => {
    const { live, shown, begun } = start();
    live.value = typedIn(begun, 'x');
    live.value = typedIn(live.value, 'y');
    assert.equal(shown.value, begun);
    await sleep(250);
    assert.equal(shown.value, live.value);
  });

  it('is shown while typing goes on and on, too', async () => {
    const { live, shown, begun } = start();
    let article = begun;
    for (let key = 0; key < 14; key += 1) {
      article = typedIn(article, 'x');
      live.value = article;
      await sleep(50);
    }
    assert.notEqual(shown.value, begun);
  });

  it('does not wait when anything else changes, nor with the words typed before it', () => {
    const { live, shown, begun } = start();
    const typed = typedIn(begun, 'x');
    live.value = typed;
    live.value = after(typed, { kind: 'claim.revise', claim: 'a', fields: { statement: 'It held 80.' } });
    assert.equal(shown.value, live.value);
  });

  it('does not wait when what cannot wait changes', () => {
    const { live, pressing, shown, begun } = start();
    live.value = typedIn(begun, 'x');
    pressing.value = 1;
    assert.equal(shown.value, live.value);
  });
});
