import assert from 'node:assert/strict';
import type { Edition } from '../../../shared/export/format.ts';
import { jsonl } from '../../../shared/export/jsonl.ts';
import { richEdition } from '../../support/edition.ts';
import { exportContract, type Written, writtenHostile } from '../../support/export-contract.ts';
import { manyHostile } from '../../support/hostile.ts';
import { jsonTexts } from '../../support/json-texts.ts';
import { hasPython, python } from '../../support/python.ts';

const linesIn = (written: Written): readonly string[] => String(written).trimEnd().split('\n');

// biome-ignore lint/suspicious/noExplicitAny: what was written is read as any reader of JSON would.
const readIn = (written: Written): readonly any[] => linesIn(written).map((line) => JSON.parse(line));

const readFrom = (edition: Edition): ReturnType<typeof readIn> => readIn(jsonl.write(edition));

const CHECK = `
import json, sys
def counts(file):
    lines = [json.loads(line) for line in file.split("\\n") if line]
    text = lines[0]["text"]
    spans = [each for each in lines[1:] if each["start"] is not None]
    return [len(spans), sum(text[each["start"]:each["end"]] == each["exact"] for each in spans)]
print(json.dumps([counts(file) for file in json.load(sys.stdin)]))
`;

describe('the JSON Lines export', () => {
  exportContract(jsonl, (written) => linesIn(written).flatMap(jsonTexts));

  it('is one object a line, whatever the texts hold', () => {
    const lines = readIn(writtenHostile(jsonl));
    assert.deepEqual([...new Set(lines.map((line) => line.type))], ['article', 'claim']);
    assert.equal(lines.length, manyHostile().length + 1);
  });

  it('counts spans in code points of the text in its first line', () => {
    for (const written of [jsonl.write(richEdition()), writtenHostile(jsonl)]) {
      const [{ text }, ...claims] = readIn(written);
      const characters = [...text];
      for (const { start, end, exact } of claims.filter((claim) => claim.start !== null))
        assert.equal(characters.slice(start, end).join(''), exact);
    }
  });

  if (hasPython())
    it('counts as Python does: text[start:end] == exact', () => {
      const written = [jsonl.write(richEdition()), writtenHostile(jsonl)].map(String);
      const counts: readonly (readonly number[])[] = JSON.parse(python(CHECK, JSON.stringify(written)));
      assert.equal(counts.length, 2);
      for (const [all = 0, right] of counts) {
        assert.ok(all >= 10);
        assert.equal(right, all);
      }
    });

  it('says of a claim what AVeriTeC says, under its names', () => {
    const share = readFrom(richEdition()).find(({ id }) => id === 'share');
    const { claim, speaker, claim_date, label, justification, original_claim_url, claim_types, questions } = share;
    assert.deepEqual(
      { claim, speaker, claim_date, label, justification, original_claim_url, claim_types },
      {
        claim: '80 percent of the moon consists of cheese.',
        speaker: 'Ada Minister',
        claim_date: '2026-02',
        label: 'False',
        justification: 'No sample holds any cheese: 0 of 382 kg.\nThe study counted craters.',
        original_claim_url: 'https://news.example/moon',
        claim_types: ['Statistic'],
      },
    );
    const [{ answers }] = questions;
    assert.equal(answers[0].answer, '80 %\nof it is');
    assert.equal(answers[0].source_url, 'https://board.example/study?a=1&b=2');
    assert.deepEqual([answers[0].stance, answers[0].source_medium], ['supports', 'Web page']);
  });

  it('has everybody’s verdict with what it was bound to', () => {
    const share = readFrom(richEdition()).find(({ id }) => id === 'share');
    const [verdict] = share.verdicts;
    assert.deepEqual([verdict.reviewer, verdict.rating, verdict.scale], ['Una Öberg', 'false', 'truth@1']);
    assert.deepEqual(verdict.judged.evidence, ['e1#0', 'e2#1', 'e3#0']);
  });

  it('has a claim whose words are gone without a span', () => {
    const gone = readFrom(richEdition()).find(({ id }) => id === 'gone');
    assert.deepEqual([gone.start, gone.end, gone.exact, gone.anchor], [null, null, null, 'orphaned']);
    assert.equal(gone.marked, 'It never came back.');
  });

  it('says in its first line of which versions it was made', () => {
    const edition = richEdition();
    const [{ version, hash, scales, evidence }] = readFrom(edition);
    assert.deepEqual([version, hash, scales], [edition.article.version, edition.article.hash, ['truth@1']]);
    assert.ok(evidence.includes('e2#1'));
  });
});
