import assert from 'node:assert/strict';
import { EMPTY_DRAFT } from '../../client/article-draft.ts';
import { askedWith, isAddress, sourceOf } from '../../client/draft-source.ts';

const draft = (text: string, html?: string) => ({ ...EMPTY_DRAFT, text, html });

describe('what a draft is made of', () => {
  it('is the file that was chosen, whatever was pasted before', () => {
    const file = new File(['x'], 'a.html');
    assert.deepEqual(sourceOf(draft('a'), file), { kind: 'file', file });
    const form = askedWith({ kind: 'file', file }, false, 'T') as FormData;
    assert.deepEqual([(form.get('file') as File).name, form.get('clean'), form.get('title')], ['a.html', 'false', 'T']);
  });
  it('is the page at an address that was pasted alone', () => {
    const source = sourceOf(draft(' https://news.example/moon \n', '<a>x</a>'), undefined);
    assert.deepEqual(source, { kind: 'address', url: 'https://news.example/moon' });
    assert.deepEqual(askedWith(source, true), { url: 'https://news.example/moon', clean: true });
  });
  it('is what was pasted with its formatting, or its words', () => {
    assert.deepEqual(sourceOf(draft('a', '<p>a'), undefined), { kind: 'html', html: '<p>a' });
    assert.deepEqual(sourceOf(draft('a'), undefined), { kind: 'text', text: 'a' });
  });
  for (const text of ['see https://news.example/moon', 'https://', 'javascript:alert(1)', 'https://a.example/ and b'])
    it(`is no address: ${text}`, () => assert.ok(!isAddress(text)));
});
