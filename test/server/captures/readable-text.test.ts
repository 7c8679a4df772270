import assert from 'node:assert/strict';
import { readableText } from '../../../server/captures/readable-text.ts';

const reads = (says: string, html: string, text: string): void => {
  it(says, () => assert.equal(readableText('text/html', 'utf-8', new TextEncoder().encode(html)), text));
};

describe('the readable text of a page', () => {
  reads(
    'has a block a line',
    '<h1>The  moon</h1><p>It is\n<b>80</b> percent<br>cheese.',
    'The moon\nIt is 80 percent\ncheese.',
  );
  reads(
    'has the cells of a table beside each other',
    '<table><tr><th>Year<td> 2015 <tr><td>a<td>b</table>',
    'Year\t2015\na\tb',
  );
  reads(
    'has nothing that nobody reads',
    '<title>x</title><script>x</script><style>x</style><p hidden>x</p><p>moon',
    'moon',
  );
  reads('has what entities stand for', '<p>80&nbsp;% &lt;cheese&gt; &#x1F9C0;', '80 % <cheese> 🧀');
  reads('is that of the broken page, too', '<p>one<div>two</p></b>three', 'one\ntwo\nthree');
  reads('does not go by how deep a page nests', `${'<div>'.repeat(50_000)}moon`, 'moon');

  it('is read in the character set of the site, or that of the page', () => {
    const bytes = Uint8Array.from([0x3c, 0x70, 0x3e, 0x80]); // a euro sign in windows-1252
    assert.equal(readableText('text/html', 'windows-1252', bytes), '€');
    const named = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), bytes]);
    assert.equal(readableText('text/html', '', named), '€');
    assert.equal(readableText('text/plain', 'no-such-set', new TextEncoder().encode('moon')), 'moon');
  });

  it('is a plain text as it is, with one kind of line ends', () => {
    assert.equal(readableText('text/plain', '', new TextEncoder().encode('a\r\n<b>\rc\n')), 'a\n<b>\nc\n');
  });
});
