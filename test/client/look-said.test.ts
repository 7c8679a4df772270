import assert from 'node:assert/strict';
import { lookSaid } from '../../client/look-said.ts';
import { type Article, blankArticle } from '../../shared/article.ts';
import type { Look } from '../../shared/look.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import { docOf } from '../support/notation.ts';

const URL = 'https://moon.invalid/';

const LOOK: Look = {
  ...{ source: 's', address: URL, at: '2026-05-01T10:00:00.000Z', by: '', came: 'same', failed: 0, findings: [] },
};

/** An article with one source, which is evidence for one claim by some words of it or by none. */
const articleWith = (passage: string): Article => {
  const parts: readonly AnyPart[] = [
    { kind: 'claim.mark', claim: 'c', quote: { exact: 'The moon', prefix: '', suffix: '' }, fields: {} },
    { kind: 'source.add', source: 's', fields: { url: URL } },
    { kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's', fields: { stance: 'supports', passage } },
  ];
  const act = { reviewer: 'ann', at: LOOK.at } as const;
  const { article, dropped } = perform({ ...blankArticle(), doc: docOf('The moon is cheese.') }, parts, act);
  assert.deepEqual(dropped, []);
  return article;
};

const says = (what: string, passage: string, look: Partial<Look>, expected: ReturnType<typeof lookSaid>): void => {
  it(what, () => assert.equal(lookSaid(articleWith(passage), { ...LOOK, ...look }), expected));
};

describe('what is said of looking at a source again', () => {
  says('is that nothing changed when nothing did', '', { came: 'same' }, 'same');
  says('is that nothing counts which changed when the passage is still there', 'cheese', { came: 'other' }, 'same');
  says('is that the page changed when nobody said which words count', '', { came: 'other' }, 'unpinned');
  says('is that nobody can say where no words can be read', 'cheese', { came: 'unread' }, 'unread');
  says('is nothing of a schedule that failed once', 'cheese', { came: 'failed', failed: 1 }, undefined);
  says('is that it failed when somebody asked for it', 'cheese', { came: 'failed', failed: 1, by: 'ann' }, 'failed');
  says('is that it failed after some tries of the schedule', 'cheese', { came: 'failed', failed: 3 }, 'failed');
  says('is nothing of a page that is gone, which its findings say', 'cheese', { came: 'gone' }, undefined);
  says('is nothing of an address that it had before', '', { address: 'https://sun.invalid/' }, undefined);
});
