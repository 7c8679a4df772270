import assert from 'node:assert/strict';
import { brat } from '../../../shared/export/brat.ts';
import type { Archive, Edition } from '../../../shared/export/format.ts';
import { collapsed, plainText } from '../../../shared/text.ts';
import { type ReadStandoff, readStandoff } from '../../support/brat.ts';
import { paragraph, richEdition, toldOf, writing } from '../../support/edition.ts';
import { exportContract, hostileArticle, type Written, writtenHostile } from '../../support/export-contract.ts';
import { hasPython, python } from '../../support/python.ts';

const partIn = (written: Written, path: string): string => {
  const part = (written as Archive).parts.find((each) => each.path === path);
  return part && 'content' in part ? String(part.content) : assert.fail(path);
};

const partOf = (edition: Edition, path: string): string => partIn(brat.write(edition), path);

const readIn = (written: Written): ReadStandoff =>
  readStandoff(partIn(written, 'article.txt'), partIn(written, 'article.ann'));

const readFrom = (edition: Edition): ReadStandoff => readIn(brat.write(edition));

const CHECK = `
import json, sys
def words(text, where):
    return " ".join(text[int(a):int(b)] for a, b in (piece.split(" ") for piece in where.split(" ", 1)[1].split(";")))
def counts(text, ann):
    lines = [line.split("\\t") for line in ann.split("\\n") if line.startswith("T")]
    return [len(lines), sum(words(text, where) == exact for _, where, exact in lines)]
print(json.dumps([counts(*files) for files in json.load(sys.stdin)]))
`;

describe('the brat export', () => {
  exportContract(brat);

  it('is a text and lines of standoff whose spans have the words of the text, of hostile texts too', () => {
    assert.ok(readFrom(richEdition()).entities.length >= 10);
    assert.ok(readIn(writtenHostile(brat)).entities.length >= hostileArticle().article.claims.size);
  });

  if (hasPython())
    it('counts as Python does, which brat is written in: text[start:end] == exact', () => {
      const written = [brat.write(richEdition()), writtenHostile(brat)];
      const files = written.map((each) => [partIn(each, 'article.txt'), partIn(each, 'article.ann')]);
      const counts: readonly (readonly number[])[] = JSON.parse(python(CHECK, JSON.stringify(files)));
      assert.equal(counts.length, 2);
      for (const [all = 0, right] of counts) {
        assert.ok(all >= 10);
        assert.equal(right, all);
      }
    });

  it('has a claim over the end of a line as a discontinuous span', () => {
    const ann = partOf(richEdition(), 'article.ann');
    assert.match(ann, /^T\d+\tClaim \d+ \d+;\d+ \d+\tA line and another line\.$/m);
  });

  it('has the type, the anchor, the outcome and the work of a claim as attributes, the rest as notes', () => {
    const { entities, attributes, notes } = readFrom(richEdition());
    const share = entities.find(({ words }) => words === '80 percent of the moon is cheese')?.id;
    const own = attributes.flatMap(([of, name, value]) => (of === share ? `${name} ${value}` : []));
    assert.deepEqual(own, ['Kind statistic', 'Anchor exact', 'Outcome false', 'Work open']);
    const said = notes.flatMap(([of, text]) => (of === share ? text : []));
    assert.ok(said.includes('Statement: 80 percent of the moon consists of cheese.'));
    assert.ok(said.includes('Outcome: False (truth@1)'));
    assert.ok(said.includes('Supports: The page 0 · https://board.example/study?a=1&b=2 · “80 % of it is” · Table 2'));
  });

  it('ties parts to their claim and other occurrences to the first', () => {
    const log = writing('T', [paragraph('The moon is round and grey. It is round.')])
      .mark('una', 'whole', 'The moon is round and grey.')
      .mark('una', 'part', 'grey', { parent: 'whole' })
      .mark('una', 'again', 'It is round.', { sameAs: 'whole' });
    const { entities, relations } = readFrom(log.edition());
    const named = (id: string): string => entities.find((each) => each.id === id)?.words ?? '';
    assert.deepEqual(
      relations.map(([name, from, to]) => [name, named(from), named(to)]),
      [
        ['Part_of', 'grey', 'The moon is round and grey.'],
        ['Same_as', 'It is round.', 'The moon is round and grey.'],
      ],
    );
  });

  it('configures every type, value and relation that it uses', () => {
    const edition = richEdition();
    const [conf, { entities, attributes }] = [partOf(edition, 'annotation.conf'), readFrom(edition)];
    for (const { type } of entities) assert.match(conf, new RegExp(`^${type}$`, 'm'));
    for (const [, name, value] of attributes)
      assert.match(conf, new RegExp(`^${name}\tArg:Claim, Value:(.*\\|)?${value}(\\||$)`, 'm'));
    for (const section of ['entities', 'relations', 'events', 'attributes']) assert.ok(conf.includes(`[${section}]\n`));
  });

  it('has every text on one line, and a character for each of the text', () => {
    const { article } = hostileArticle();
    const text = partIn(writtenHostile(brat), 'article.txt');
    assert.equal(text.length, plainText(article.doc).text.length);
    assert.doesNotMatch(text, /[\r\t\u2028]/);
    const notes = readIn(writtenHostile(brat)).notes.map(([, note]) => note);
    assert.ok(notes.every((note) => collapsed(note) === note));
  });

  it('tells what has no place: what has no words left, contacts and the scale', () => {
    const told = toldOf(brat, richEdition());
    for (const words of [/1 claim whose words are gone/, /3 contact logs/, /the scale/]) assert.match(told, words);
  });

  it('says of which versions it was made', () => {
    const { version, scales } = JSON.parse(partOf(richEdition(), 'about.json'));
    assert.deepEqual([version, scales], [richEdition().article.version, ['truth@1']]);
  });
});
