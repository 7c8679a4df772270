import assert from 'node:assert/strict';
import { read } from '../../../server/import/docx/docx-reader.ts';
import type { Reading } from '../../../server/import/reading.ts';
import { type Article, wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { docx } from '../../../shared/export/docx.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { standings } from '../../../shared/export/standing.ts';
import { plainText } from '../../../shared/text.ts';
import { threadsOf } from '../../../shared/thread.ts';
import { aDocx, from, p, to, words } from '../../support/a-docx.ts';
import { aZip } from '../../support/a-zip.ts';
import { broughtBack } from '../../support/brought-back.ts';
import { paragraph, richEdition, verdict, writing } from '../../support/edition.ts';

const reread = async (edition: Edition): Promise<Reading> => {
  const written = docx.write(edition);
  if (typeof written === 'string' || !('parts' in written)) return assert.fail();
  const files = written.parts.map((part) => ({ name: part.path, data: 'content' in part ? part.content : '' }));
  return read({ file: aZip(files), clean: true }, () => {});
};

const saidAbout = (article: Article, claim: string): readonly (readonly string[])[] =>
  threadsOf(article, claim).map(({ messages }) => messages.filter((each) => !each.withdrawn).map(({ text }) => text));

/** What is the same of a claim wherever it is. */
const recordOf = (
  article: Article,
  { id, statement, kind, attribution, saidOn, saidAt, tags, due, priority }: Claim,
) => ({
  ...{ words: wordsOf(article, id), statement, kind, attribution, saidOn, saidAt, tags, due, priority },
});

describe('an article that is brought back from the Word file that it went out as', () => {
  it('has the same text and the same claims on the same words, with what they came to and what was said about them', async () => {
    const edition = richEdition();
    const back = broughtBack(await reread(edition));
    assert.equal(plainText(back.doc).text, plainText(edition.article.doc).text);
    const before = standings(edition.article).filter(({ at }) => at);
    const after = standings(back).filter(({ at }) => at);
    assert.deepEqual(
      after.map(({ claim }) => recordOf(back, claim)),
      before.map(({ claim }) => recordOf(edition.article, claim)),
    );
    const [share, shared] = [before, after].map(
      (all) => all.find(({ at }) => at?.words.startsWith('80 percent'))?.claim,
    );
    const all = saidAbout(back, shared?.id ?? '');
    const told = all.find(([text]) => text?.startsWith('Outcome: '));
    const threads = all.filter((each) => each !== told);
    assert.match(
      told?.[0] ?? '',
      /^Outcome: False \(Five-point truth scale, version 1\), All agree\nWhy: No sample holds/,
    );
    assert.match(told?.[0] ?? '', /^Evidence: Refutes: The dataset 2: “cheese: 0 of 382 kg”/m);
    assert.deepEqual(threads, saidAbout(edition.article, share?.id ?? ''));
    assert.deepEqual([shared?.reviewer, shared?.imported?.author], ['dora', 'Ben Ito']);
  });

  it('has the threads on its words and the suggested corrections with their reasons, and nothing of what is told at the end', async () => {
    const back = broughtBack(await reread(richEdition()));
    const onWords = [...back.threads.values()].filter(({ quote }) => quote);
    assert.deepEqual(
      onWords.map(({ quote, messages }) => [quote?.exact, messages[0]?.text]),
      [['Nobody asked why', 'Say who asked.']],
    );
    const corrections = [...back.corrections.values()];
    assert.deepEqual(
      corrections.map(({ quote, to: suggested, why }) => [quote.exact, suggested, why]),
      [['5 cheeses', '6 cheeses', 'Counted']],
    );
    assert.match(
      [...back.removals.values()].map(({ text }) => text).join(),
      /It never came back.*Article version: 81/s,
    );
  });

  it('keeps several threads about one claim apart', async () => {
    const open = (thread: string, text: string) => ({
      kind: 'thread.open',
      thread,
      claim: 'c',
      message: 'm',
      text,
      mentions: [],
    });
    const log = writing('T', [paragraph('Some words.')])
      .mark('una', 'c', 'Some words', {
        statement: 'Two\nlines',
        tags: ['a', 'b c'],
        due: '2026-04-01',
        priority: 'high',
      })
      .act('una', verdict('v', 'c', 'true', 'So it is.\n\nAll of it.'))
      .act('una', open('t', 'First?\nReally?'))
      .act('ben', { kind: 'thread.reply', thread: 't', message: 'n', text: 'Yes.', mentions: [] })
      .act('ben', open('u', 'Second?'));
    const back = broughtBack(await reread(log.edition()));
    const [claim] = [...back.claims.values()];
    assert.deepEqual(recordOf(back, claim!), recordOf(log.article, log.article.claims.get('c')!));
    const said = saidAbout(back, claim!.id).filter(([text]) => !text?.startsWith('Outcome: '));
    assert.deepEqual(said, [['First?\nReally?', 'Yes.'], ['Second?']]);
  });

  it('makes no claim of what somebody else wrote in a comment', async () => {
    const body = p('T', 'Title') + p(`${words('Some ')}${from(1)}${words('words')}${to(1)}${words('.')}`);
    const lines = 'Claim: it is so\nType: Statistic\nhttps://touchstone.example/articles/moon';
    const file = aDocx(body, { comments: [{ id: 1, by: 'Eve', text: lines }] });
    const back = broughtBack(await read({ file, clean: true }, () => {}));
    assert.equal(back.claims.size, 0);
    assert.deepEqual(
      [...back.threads.values()].map(({ messages }) => messages[0]?.text),
      [lines],
    );
  });

  it('takes what a person changed in the comment', async () => {
    const edition = writing('T', [paragraph('Some words.')])
      .mark('una', 'c', 'words', { statement: 'One.' })
      .edition();
    const written = docx.write(edition);
    if (typeof written === 'string' || !('parts' in written)) return assert.fail();
    const files = written.parts.map((part) => ({
      name: part.path,
      data: 'content' in part ? String(part.content).replace('>One.<', '>Two: better.<') : '',
    }));
    const back = broughtBack(await read({ file: aZip(files), clean: true }, () => {}));
    assert.deepEqual(
      [...back.claims.values()].map(({ statement }) => statement),
      ['Two: better.'],
    );
  });
});
