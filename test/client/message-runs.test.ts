import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageRuns } from '../../client/message-runs.ts';

const links = (text: string): readonly string[] =>
  messageRuns(text, []).flatMap(({ kind, text: run }) => (kind === 'link' ? [run] : []));

const finds = (text: string, ...expected: readonly string[]): void => {
  it(`finds ${expected.join(' and ') || 'nothing'} in ${JSON.stringify(text)}`, () =>
    assert.deepEqual(links(text), expected));
};

describe('a message', () => {
  finds('See https://example.org/a?b=c#d.', 'https://example.org/a?b=c#d');
  finds('(https://example.org/a)', 'https://example.org/a');
  finds('https://example.org/a_(b), and http://b.example', 'https://example.org/a_(b)', 'http://b.example');
  finds('“https://example.org”', 'https://example.org');
  finds('javascript:alert(1) data:text/html,x //evil.example');
  finds('<a href="https://example.org/x" onclick="y">', 'https://example.org/x');
  finds('https:// http://');

  it('is the same text in its runs, whatever it says', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' https://a.example/x '), (text, address) => {
        const whole = text + address + text;
        assert.equal(
          messageRuns(whole, [])
            .map((run) => run.text)
            .join(''),
          whole,
        );
      }),
    ));

  it('has its mentions as they were picked', () =>
    assert.deepEqual(messageRuns('Ask @Ben Ode, https://a.example', [{ reviewer: 'ben', from: 4, to: 12 }]), [
      { kind: 'words', text: 'Ask ' },
      { kind: 'mention', text: '@Ben Ode' },
      { kind: 'words', text: ', ' },
      { kind: 'link', text: 'https://a.example' },
    ]));
});
