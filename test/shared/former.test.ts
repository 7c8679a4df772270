import assert from 'node:assert/strict';
import { articleWithoutFormer, withoutFormer } from '../../shared/former.ts';

const isFormer = (id: string): boolean => id === 'ben';

describe('words that name who was deleted', () => {
  const said = (text: string, ...named: readonly (readonly [reviewer: string, words: string])[]) => ({
    text,
    mentions: named.map(([reviewer, words]) => ({
      reviewer,
      from: text.indexOf(words),
      to: text.indexOf(words) + words.length,
    })),
  });
  const named = ({ text, mentions }: ReturnType<typeof said>) => mentions.map(({ from, to }) => text.slice(from, to));

  it('say that it was a member, and go on naming everybody else', () => {
    const shown = withoutFormer(
      said('@Ada, ask @Ben Ode or @Cy 👍', ['ada', '@Ada'], ['ben', '@Ben Ode'], ['cy', '@Cy']),
      isFormer,
    );
    assert.equal(shown.text, '@Ada, ask @A former member or @Cy 👍');
    assert.deepEqual(named(shown), ['@Ada', '@A former member', '@Cy']);
  });

  it('stay what they are where nobody was deleted, or only the words are the same', () => {
    const other = said('@Ada: @Ben Ode', ['ada', '@Ada']);
    assert.equal(withoutFormer(other, isFormer), other);
    const article = { threads: new Map([['t', { id: 't', messages: [{ ...other, id: 'm', reviewer: 'cy' }] }]]) };
    assert.equal(articleWithoutFormer(article as never, isFormer), article);
  });
});
