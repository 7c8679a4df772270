import assert from 'node:assert/strict';
import { read } from '../../../server/import/odt/odt-reader.ts';
import type { Reading } from '../../../server/import/reading.ts';
import { Invalid } from '../../../shared/parsing.ts';
import { aZip } from '../../support/a-zip.ts';
import { readerContract } from '../../support/reader-contract.ts';

const PREFIXES = ['office', 'text', 'table', 'style', 'fo', 'dc', 'xlink', 'loext', 'draw']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

const CONTENT_STYLES = `<office:automatic-styles>
<style:style style:name="P1" style:parent-style-name="Quotations"/><style:style style:name="P2" style:parent-style-name="Title"/>
<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles>`;

const STYLES = `<office:document-styles ${PREFIXES}><office:styles><style:default-style style:family="paragraph">
<style:text-properties fo:language="de" fo:country="CH"/></style:default-style></office:styles></office:document-styles>`;

const anOdt = (text: string, manifest = ''): Uint8Array<ArrayBuffer> =>
  aZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
    { name: 'META-INF/manifest.xml', data: `<manifest>${manifest}</manifest>` },
    { name: 'styles.xml', data: STYLES },
    {
      name: 'content.xml',
      data: `<office:document-content ${PREFIXES}>${CONTENT_STYLES}<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    },
  ]);

const p = (text: string, style = ''): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const said = (by: string, at: string): string => `<dc:creator>${by}</dc:creator><dc:date>${at}</dc:date>`;
const MOON = p('What the moon is made of', 'P2');
const reading = async (text: string): Promise<Reading> => read({ file: anOdt(text), clean: true }, () => {});

describe('the reader of OpenDocument texts', () => {
  const file = anOdt(MOON + p('The moon is made of basalt.') + p('Nobody has asked the moon.'));
  readerContract('odt', {
    file: { name: 'moon.odt', mediaType: '', bytes: file },
    title: 'What the moon is made of',
    words: ['The moon is made of basalt.', 'Nobody has asked the moon.'],
  });

  it('reads what paragraphs are by their styles and the styles that those are made from', async () => {
    const { title, blocks, language } = await reading(
      `${MOON}<text:h text:outline-level="1">Samples</text:h>${p('It is cheese.', 'P1')}<text:list text:style-name="L1"><text:list-item>${p('one')}${p('more of it')}<text:list>
      <text:list-item>${p('one a')}</text:list-item></text:list></text:list-item><text:list-item>${p('two')}</text:list-item></text:list>
      <table:table><table:table-header-rows><table:table-row><table:table-cell>${p('Rock')}</table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row><table:table-cell>${p('Basalt')}${p('Tuff')}</table:table-cell></table:table-row></table:table>
      ${p('very <text:span text:style-name="T1">near</text:span>,<text:s text:c="2"/><text:a xlink:href="https://nasa.gov/">NASA</text:a>')}`,
    );
    assert.equal(title, 'What the moon is made of');
    assert.equal(language, 'de-CH');
    assert.deepEqual(blocks, [
      { kind: 'heading', text: 'Samples', level: 2 },
      { kind: 'quote', text: 'It is cheese.' },
      {
        kind: 'list',
        ordered: true,
        items: [
          { text: 'one\nmore of it', rest: [{ kind: 'list', ordered: false, items: [{ text: 'one a' }] }] },
          { text: 'two' },
        ],
      },
      { kind: 'table', rows: [[{ text: 'Rock', heads: true }], [{ text: 'Basalt\nTuff' }]] },
      {
        kind: 'paragraph',
        text: 'very near,  NASA',
        spans: [
          { from: 5, to: 9, mark: 'strong' },
          { from: 12, to: 16, mark: 'link', href: 'https://nasa.gov/' },
        ],
      },
    ]);
  });

  it('reads comments with their answers, notes, and tracked changes, which stay out of the text', async () => {
    const at = '2026-03-04T05:06:00';
    const tracked = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>${said('Ben', at)}</office:change-info>${p('near')}</text:deletion></text:changed-region>
      <text:changed-region text:id="c2"><text:insertion><office:change-info>${said('Ben', at)}</office:change-info></text:insertion></text:changed-region></text:tracked-changes>`;
    const comment = `<office:annotation office:name="a1" loext:resolved="true">${said('Una', `${at}.123`)}${p('Which?')}</office:annotation>`;
    const answer = `<office:annotation office:name="a2" loext:parent-name="a1">${said('Ben', at)}${p('Ours.')}</office:annotation>`;
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Almanac')}</text:note-body></text:note>`;
    const { blocks, remarks, suggestions, removed } = await reading(
      `${tracked}${MOON}${p(
        `The ${comment}moon<office:annotation-end office:name="a1"/>${answer} is <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>far<text:change-end text:change-id="c2"/>.${note}`,
      )}`,
    );
    assert.deepEqual(blocks, [{ kind: 'paragraph', text: 'The moon is near.' }]);
    assert.deepEqual(remarks, [
      {
        kind: 'comment',
        from: { text: 1, at: 4 },
        to: { text: 1, at: 8 },
        messages: [
          { author: 'Una', at, text: 'Which?' },
          { author: 'Ben', at, text: 'Ours.' },
        ],
        resolved: true,
      },
      {
        kind: 'footnote',
        from: { text: 1, at: 0 },
        to: { text: 1, at: 17 },
        messages: [{ author: '', text: 'Almanac' }],
        resolved: false,
      },
    ]);
    assert.deepEqual(suggestions, [{ author: 'Ben', at, text: 1, from: 12, to: 16, instead: 'far' }]);
    assert.deepEqual(removed, []);
  });

  it('says of a file with a password that it has one', async () => {
    const locked = anOdt('', '<file-entry><encryption-data/></file-entry>');
    await assert.rejects(
      async () => read({ file: locked, clean: true }, () => {}),
      (error) => error instanceof Invalid && error.wrong?.name === 'locked-file',
    );
  });
});
