import assert from 'node:assert/strict';
import { standings } from '../../../shared/export/standing.ts';
import { plainText } from '../../../shared/text.ts';
import { paragraph, richEdition, writing } from '../../support/edition.ts';

describe('where claims stand', () => {
  it('is told in code points of the plain text, whatever the script', () => {
    const { article } = richEdition();
    const points = [...plainText(article.doc).text];
    const standing = standings(article).filter((each) => each.at);
    assert.ok(standing.length > 9);
    for (const { at, claim } of standing) {
      assert.equal(points.slice(at!.start, at!.end).join(''), at!.words, claim.id);
      assert.ok(points.slice(0, at!.start).join('').endsWith(at!.prefix), claim.id);
      assert.ok(points.slice(at!.end).join('').startsWith(at!.suffix), claim.id);
    }
  });

  it('is in the order of the text, an outer claim before the one inside it, orphans last', () => {
    const ids = standings(richEdition().article).map(({ claim }) => claim.id);
    assert.deepEqual(ids, [
      ...['title', 'said', 'share', 'arabic', 'cafe', 'lines'],
      ...['rover', 'founded', 'best', 'caption', 'gone'],
    ]);
  });

  it('leaves out what is withdrawn', () => {
    assert.ok(!standings(richEdition().article).some(({ claim }) => claim.id === 'head'));
  });

  it('counts the title as paragraph 0 and a list as one', () => {
    const byId = new Map(standings(richEdition().article).map((each) => [each.claim.id, each.at?.paragraph]));
    const told = ['title', 'said', 'arabic', 'cafe', 'lines', 'rover', 'gone'].map((id) => byId.get(id));
    assert.deepEqual(told, [0, 1, 2, 3, 4, 5, undefined]);
  });

  it('has no line end at the edges of the words, and no words where only a boundary is left', () => {
    const log = writing('A title', [paragraph('First.'), paragraph('Second.')]);
    const place = (from: number, to: number) => ({ place: { from, to }, quote: { exact: 'First.' } });
    log.act('una', { kind: 'claim.mark', claim: 'wide', ...place(8, 18) });
    log.act('una', { kind: 'claim.mark', claim: 'none', ...place(8, 10) });
    const [wide, none] = standings(log.article);
    assert.deepEqual([wide?.at?.words, wide?.at?.start, wide?.at?.paragraph], ['First.', 8, 1]);
    assert.deepEqual([none?.at, none?.state], [undefined, 'changed']);
  });
});
