import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { newId } from '../../../server/ids.ts';
import { articleOfReading } from '../../../server/import/article-of-reading.ts';
import { readComments } from '../../../server/import/docx/comments.ts';
import { read } from '../../../server/import/docx/docx-reader.ts';
import { readPackage } from '../../../server/import/docx/package.ts';
import { readStyles } from '../../../server/import/docx/styles.ts';
import { walk } from '../../../server/import/docx/walk.ts';
import { partsOfReading } from '../../../server/import/parts-of-reading.ts';
import { placesOf } from '../../../server/import/written/reading-of-written.ts';
import { wordsInRange } from '../../../server/import/written/written-remarks.ts';
import { elementAt } from '../../../server/import/xml.ts';
import { describeWith, material, readMaterial } from '../../support/material.ts';

const FOLDER = '08-docx/open';

interface Told {
  readonly id: string;
  readonly author: string;
  readonly date: string | null;
  readonly text: string;
  readonly anchor: string;
  readonly ranged: boolean;
  readonly parent: string | null;
  readonly resolved: boolean | null;
}

const inked = (text: string): string => text.replaceAll(/\s/g, '');

/** The truth of a file that draws a box twice, for an old Word and a new one, has the words in it twice. */
const isTwice = (truth: string, words: string): boolean => {
  let at = 0;
  while (truth[at] === words[at]) at += 1;
  const more = truth.length - words.length;
  return (
    more > 0 &&
    truth.slice(0, at) + truth.slice(at + more) === words &&
    truth.slice(0, at).endsWith(truth.slice(at, at + more))
  );
};

describeWith(FOLDER, 'Word files from elsewhere', () => {
  const files = readdirSync(material(FOLDER)).filter((name) => /\.doc[xm]$/.test(name));
  const truth = JSON.parse(readMaterial(`${FOLDER}/truth.json`)) as Record<
    string,
    { readonly comments: readonly Told[] }
  >;
  const bytesOf = (name: string): Uint8Array => readFileSync(material(`${FOLDER}/${name}`));

  it('give every comment with its words, author, day, thread and whether it is resolved', async () => {
    let twice = 0;
    assert.ok(Object.keys(truth).length >= 44);
    for (const [name, { comments }] of Object.entries(truth)) {
      const parts = await readPackage(bytesOf(name), () => {});
      const { lines, ranges } = walk(
        elementAt(parts.document, 'body'),
        readStyles(parts.styles, parts.numbering),
        parts.links,
      );
      const read = new Map(readComments(parts.comments, parts.commentsExtended).map((each) => [each.id, each]));
      for (const told of comments) {
        const found = read.get(told.id);
        const range = ranges.get(told.id);
        const words = inked(range ? wordsInRange({ lines, placeOf: placesOf(lines) }, range) : '');
        const wanted = inked(told.anchor);
        if (words !== wanted && isTwice(wanted, words)) twice += 1;
        else assert.equal(words, wanted, `${name} ${told.id}`);
        assert.deepEqual(
          [
            found?.author,
            found?.at ?? null,
            found && inked(found.text),
            found?.parent ?? null,
            found?.resolved ?? null,
            !!range,
          ],
          [told.author, told.date, inked(told.text), told.parent, told.resolved, told.ranged],
          `${name} ${told.id}`,
        );
      }
    }
    assert.equal(twice, 1);
  });

  it('become articles on whose words all of it stands', async () => {
    for (const name of files) {
      const reading = await read({ file: bytesOf(name), clean: true }, () => {});
      const { doc, removals } = articleOfReading(reading, newId);
      doc.check();
      assert.ok(doc.textContent !== '' || removals.length > 0, name);
      for (const parts of partsOfReading(reading, doc, newId))
        for (const part of parts) if ('place' in part && part.place) assert.ok(part.place.from < part.place.to, name);
    }
  });
});
