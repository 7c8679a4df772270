import assert from 'node:assert/strict';
import { askedAt, named, offeredFor, rewritten, type Said, trimmedSaid } from '../../client/mentions.ts';

const PEOPLE = [
  { id: 'ann', name: 'Ann Kim' },
  { id: 'zoe', name: 'Zoë Bell' },
  { id: 'ben', name: 'Ben Ode' },
];
const said = (text: string, ...mentions: Said['mentions']): Said => ({ text, mentions });
const BEN = { reviewer: 'ben', from: 4, to: 12 };
const ASK = said('Ask @Ben Ode now', BEN);

const asks = (says: string, text: string, query: string | undefined): void => {
  it(says, () => assert.equal(askedAt(said(text), text.length)?.query, query));
};

describe('a name', () => {
  asks('is asked for behind an "@"', 'Ask @be', 'be');
  asks('is asked for as soon as there is an "@"', '@', '');
  asks('may have two words', '@Ben O', 'Ben O');
  asks('is not asked for in an address of mail', 'ann@desk', undefined);
  asks('is not asked for where it has three words', '@Ben is here', undefined);
  it('is not asked for again once it was picked', () => assert.equal(askedAt(ASK, 12), undefined));

  it('is offered by its beginning or that of a part of it, whatever the accents', () => {
    const offered = (query: string) => offeredFor(PEOPLE, { from: 0, query }).map(({ id }) => id);
    assert.deepEqual(offered('be'), ['zoe', 'ben']);
    assert.deepEqual(offered('zoe'), ['zoe']);
    assert.deepEqual(offered(''), ['ann', 'zoe', 'ben']);
  });

  it('that is picked stands in the text, and the caret behind it', () => {
    const [next, caret] = named(said('Ask @be'), { from: 4, query: 'be' }, { id: 'ben', name: 'Ben Ode' });
    assert.deepEqual(next, said('Ask @Ben Ode ', BEN));
    assert.equal(caret, 13);
  });
});

describe('a mention, while the message is written', () => {
  it('moves along with what is typed before it, and stays where something is typed behind it', () => {
    assert.deepEqual(rewritten(ASK, 'Do ask @Ben Ode now').mentions, [{ reviewer: 'ben', from: 7, to: 15 }]);
    assert.deepEqual(rewritten(ASK, 'Ask @Ben Ode now!').mentions, [BEN]);
  });
  it('is one no longer when it is typed into', () => assert.deepEqual(rewritten(ASK, 'Ask @Ben Od now').mentions, []));
  it('stays on its words when white space around the message is cut away', () =>
    assert.deepEqual(trimmedSaid(said('  @Ben Ode \n', { reviewer: 'ben', from: 2, to: 10 })), {
      text: '@Ben Ode',
      mentions: [{ reviewer: 'ben', from: 0, to: 8 }],
    }));
});
