import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readableText } from '../../../server/captures/readable-text.ts';
import { SAFE_PAGE_POLICY, safePage } from '../../../server/captures/safe-page.ts';
import { manyHostile } from '../../support/hostile.ts';

const bodyOf = (html: string): string => /<body>([\s\S]*)<\/body>/.exec(safePage(html))?.[1] ?? '';

const makes = (says: string, html: string, body: string): void => {
  it(says, () => assert.equal(bodyOf(html), body));
};

/** Words without white space, of a page as they are written in it. */
const lettersOf = (text: string): string => text.replaceAll(/\s/g, '');

const wordsOf = (html: string): string =>
  lettersOf(readableText('text/html', 'utf-8', new TextEncoder().encode(html)).replaceAll('\f', ''));

/** Every tag that a page is written with, by name and attributes. */
const tagsOf = (html: string): readonly string[] => bodyOf(html).match(/<[^>]*>/g) ?? [];

const HARMLESS =
  /^<\/?[a-z\d]+(?: (?:dir|lang|colspan|rowspan|start|scope)="[\w-]+"| src="data:image\/[\w;,+/=]+"| alt="[^"<>]*")*>$/;

describe('the page of a copy to be looked at', () => {
  makes(
    'has its headings, lists, tables and quotes',
    '<h2 id=x class=y>The moon</h2><ul><li>one</ul><table><tr><th scope=col>a<td colspan=2 onclick=x()>b</table>',
    '<h2>The moon</h2><ul><li>one</li></ul><table><tbody><tr><th scope="col">a</th><td colspan="2">b</td></tr></tbody></table>',
  );
  makes('leads nowhere', '<p><a href="https://a.example" target=_top>there</a><area href=x>', '<p><a>there</a></p>');
  makes(
    'fetches nothing',
    '<p style="background:url(x)">a<img src="https://a.example/x.png"><link href=x rel=stylesheet>',
    '<p>a</p>',
  );
  makes(
    'runs nothing',
    '<p onmouseover="x()">a<script>x()</script><svg><script>x()</script></svg><math><mi>b</mi></math>',
    '<p>a</p>',
  );
  makes(
    'has words in elements of other kinds',
    '<my-box><font color=red>moon</font></my-box><form><label>name',
    'moon' + 'name',
  );
  makes(
    'has a picture that is in the page',
    '<img alt="a&quot;b" src="data:image/png;base64,AAAA">',
    '<img src="data:image/png;base64,AAAA" alt="a&quot;b">',
  );
  makes('has no drawing, which could be a page of its own', '<img src="data:image/svg+xml;base64,AAAA">', '');

  it('keeps the direction and the language of the page', () => {
    assert.match(safePage('<html lang=ar dir=rtl class=x><p>a'), /^<!doctype html><html lang="ar" dir="rtl">/);
  });

  it('does not go by how deep a page nests', () => {
    assert.ok(bodyOf(`${'<div>'.repeat(50_000)}moon`).includes('moon'));
  });

  it('is told to run and fetch nothing, and to be in no page but ours', () => {
    assert.match(
      SAFE_PAGE_POLICY,
      /^sandbox allow-same-origin; default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:;/,
    );
    assert.doesNotMatch(SAFE_PAGE_POLICY, /allow-scripts|unsafe|\*/);
  });

  it('has no tag but harmless ones, whatever is given, and the words of the readable text', () => {
    const parts = fc.constantFrom(
      ...['<p>', '</p>', '<table>', '<td>', '<svg>', '<math>', '<style>', '</style>', '<!--', '-->', '<noscript>'],
      ...['<a href=javascript:x()>', '<img src=x onerror=x()>', '<title>', '</title>', '<template>', '<plaintext>'],
      ...[
        'moon ',
        '80 %',
        '&lt;b&gt;',
        '<mtext>',
        '<mglyph>',
        '<form>',
        '<select>',
        '"',
        "'",
        '<b ',
        '<xmp>',
        '</xmp>',
      ],
    );
    const page = fc.array(parts, { maxLength: 14 }).map((all) => all.join(''));
    fc.assert(
      fc.property(page, (html) => {
        for (const tag of tagsOf(html)) assert.match(tag, HARMLESS);
        assert.equal(wordsOf(safePage(html)), wordsOf(html));
      }),
      { numRuns: 500 },
    );
  });

  it('has no tag but harmless ones of what has broken others', () => {
    for (const html of manyHostile()) for (const tag of tagsOf(html)) assert.match(tag, HARMLESS, html);
  });
});
