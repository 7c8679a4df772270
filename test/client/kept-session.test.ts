import assert from 'node:assert/strict';
import { type Kept, sessionFromKept } from '../../client/kept-session.ts';
import { articleToJson } from '../../shared/article.ts';
import { begin } from '../support/anchored-article.ts';

const article = begin('the moon is [c:made of chalk]');
const reply = { kind: 'thread.reply', thread: 't', message: 'm', text: 'Says who?', mentions: [] };
const unknown = { kind: 'claim.weigh', claim: 'c' };
const waits = (opId: string, ...parts: readonly object[]) => ({ opId, parts, at: '2026-01-01T00:00:00.000Z' });

const kept = (base: object): Kept => ({
  ...{ reviewer: 'una', base: base as Kept['base'], entries: [] },
  pending: { version: article.version, operations: [waits('one', reply, unknown), waits('two', unknown)] },
});

describe('a session that was kept', () => {
  const HASH = '0'.repeat(64);
  const entry = { version: 1, opId: 'o', reviewer: 'ben', at: '2026', dropped: [], previous: HASH, hash: HASH };

  for (const [what, given] of Object.entries({
    'an article of another form': kept({ form: 'another' }),
    'an entry that does something else by now': {
      ...kept(articleToJson(article)),
      entries: [{ ...entry, parts: [{ kind: 'claim.withdraw', claim: 'none' }] }],
    },
    'something that this client does not know': kept(articleToJson(article)),
  }))
    it(`gives back what waited, and is opened anew, where there is ${what} in it (T10)`, () => {
      const { session, givenBack } = sessionFromKept(given as Kept);
      assert.equal(session, undefined);
      assert.deepEqual(
        givenBack.map(({ opId, parts, dropped }) => [opId, parts, dropped]),
        [['one', [reply], [{ part: 0, reason: 'conflict' }]]],
      );
    });
});
