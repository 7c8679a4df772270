import assert from 'node:assert/strict';
import { read } from '../../../server/import/docx/docx-reader.ts';
import type { Reading } from '../../../server/import/reading.ts';
import { type Article, wordsOf } from '../../../shared/article.ts';
import type { Claim } from '../../../shared/claim.ts';
import { EVIDENCE_FIELDS } from '../../../shared/evidence.ts';
import { GERMAN_LABELS, LABELS } from '../../../shared/export/docx/labels.ts';
import { docx } from '../../../shared/export/docx.ts';
import type { Edition } from '../../../shared/export/format.ts';
import { selectedEdition } from '../../../shared/export/selected.ts';
import { standings } from '../../../shared/export/standing.ts';
import { GERMAN_FIELDS } from '../../../shared/german-fields.ts';
import { evidenceOf } from '../../../shared/outcome.ts';
import { mainOf } from '../../../shared/relations.ts';
import { SOURCE_FIELDS } from '../../../shared/source.ts';
import { plainText } from '../../../shared/text.ts';
import { threadsOf } from '../../../shared/thread.ts';
import { aDocx, from, p, to, words } from '../../support/a-docx.ts';
import { aZip } from '../../support/a-zip.ts';
import { broughtBack } from '../../support/brought-back.ts';
import { evidence, paragraph, richEdition, verdict, writing } from '../../support/edition.ts';

const reread = async (edition: Edition): Promise<Reading> => {
  const written = docx.write(edition);
  if (typeof written === 'string' || !('parts' in written)) return assert.fail();
  const files = written.parts.map((part) => ({ name: part.path, data: 'content' in part ? part.content : '' }));
  return read({ file: aZip(files), clean: true }, () => {});
};

const saidAbout = (article: Article, claim: string): readonly (readonly string[])[] =>
  threadsOf(article, claim).map(({ messages }) => messages.filter((each) => !each.withdrawn).map(({ text }) => text));

/** The evidence of each claim that stands on words, by those words: all that is told of it and of its source. */
const evidenceIn = (article: Article): readonly unknown[] =>
  standings(article)
    .filter(({ at }) => at)
    .map(({ claim }) => [
      wordsOf(article, claim.id),
      Array.from(
        evidenceOf(article, mainOf(article.claims, claim.id)),
        ({ source: id, stance, passage, manner, time, note }) => {
          const { title, url, kind, publisher, people, date, language, primary } =
            article.sources.get(id) ?? assert.fail();
          return {
            ...{ stance, passage, manner, time, note },
            source: { title, url, kind, publisher, people, date, language, primary },
          };
        },
      ).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
    ]);

/** Those parts of a file that hold some words, with others in their place. */
const rewritten = async (edition: Edition, ...turns: readonly (readonly [string, string])[]): Promise<Reading> => {
  const written = docx.write(edition);
  if (typeof written === 'string' || !('parts' in written)) return assert.fail();
  const files = written.parts.map((part) => ({
    name: part.path,
    data: turns.reduce(
      (all, [one, other]) => all.replaceAll(one, other),
      'content' in part ? String(part.content) : '',
    ),
  }));
  return read({ file: aZip(files), clean: true }, () => {});
};

/** Labels of a comment, and what they are in German. */
const GERMAN: ReadonlyMap<string, string> = new Map([
  ...Object.entries(LABELS).map(([key, label]) => [label, GERMAN_LABELS[key as keyof typeof LABELS]] as const),
  ...(['passage', 'manner', 'note', 'time'] as const).map(
    (key) => [EVIDENCE_FIELDS[key].label, GERMAN_FIELDS.evidence[key].label] as const,
  ),
  [SOURCE_FIELDS.url.label, GERMAN_FIELDS.source.url.label],
]);

const SOURCE = {
  ...{ title: 'Cheese, moon (Kind: of): a study', url: 'https://a.example/?q=(1)&b=2', kind: 'study', date: '2024-05' },
  ...{ publisher: 'Board; Date: none', people: ['Doe, Jane', 'Wei Zhang'], language: 'zh-Hant', primary: 'secondary' },
};

const cited = () =>
  writing('T', [paragraph('Some words, and more words.')])
    .mark('una', 'c', 'Some words', { statement: 'One.' })
    .mark('una', 'd', 'more words', { statement: 'Two.' })
    .act('una', { kind: 'source.add', source: 's', fields: SOURCE })
    .act('una', { kind: 'source.add', source: 'bare', fields: { url: 'https://bare.example/' } })
    .act('una', {
      ...{ kind: 'evidence.attach', evidence: 'e', claim: 'c', source: 's' },
      fields: {
        ...{ stance: 'refutes', passage: 'It is rock.\nNote: so it is.\n Evidence: Refutes', manner: 'paraphrase' },
        ...{ time: '00:12:30', note: 'Seen\n\nSource: nobody\nClaim: x' },
      },
    })
    .act('una', evidence('f', 'd', 's', { stance: 'supports' }), evidence('g', 'd', 'bare', { stance: 'context' }))
    .act('una', verdict('v', 'c', 'false', 'Evidence: none\nSource: none'));

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
    assert.doesNotMatch(told?.[0] ?? '', /Evidence|Source|Passage/);
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

  it('has the same evidence: each with its stance, words, note, and its source with the address', async () => {
    for (const edition of [richEdition(), cited().edition()]) {
      const back = broughtBack(await reread(edition));
      assert.deepEqual(evidenceIn(back), evidenceIn(edition.article));
    }
    const back = broughtBack(await reread(cited().edition()));
    assert.equal(back.sources.size, 2, 'a source that two claims lean on is one');
    const [claim] = [...back.claims.keys()];
    assert.match(
      saidAbout(back, claim ?? '')
        .flat()
        .join(),
      /\nWhy: Evidence: none\nSource: none\nWork: Open\n/,
    );
  });

  it('has claims tied to each other as they were', async () => {
    const log = writing('T', [paragraph('Some words, and more words, and some.')])
      .mark('una', 'c', 'Some words')
      .mark('una', 'd', 'more words', { parent: 'c' })
      .mark('una', 'e', 'and some', { sameAs: 'c' })
      .act(
        'una',
        { kind: 'source.add', source: 's', fields: { title: 'S' } },
        evidence('e1', 'c', 's', { stance: 'context' }),
      );
    const back = broughtBack(await reread(log.edition()));
    const [c, d, e] = standings(back).map(({ claim }) => claim);
    assert.deepEqual([d?.parent, e?.sameAs], [c?.id, c?.id]);
    assert.deepEqual(evidenceIn(back), evidenceIn(log.article));
    assert.equal(back.evidence.size, 1);
  });

  it('says where the claim is that another was tied to, where the file has only the other', async () => {
    const log = writing('T', [paragraph('Some words, and more words.')])
      .mark('una', 'c', 'Some words')
      .mark('una', 'd', 'more words', { parent: 'c' });
    const selected = selectedEdition(log.edition(), { claims: ['d'], work: [], outcomes: [] });
    const back = broughtBack(await reread(selected));
    const [d] = standings(back).map(({ claim }) => claim);
    assert.equal(d?.parent, '');
    assert.match(
      saidAbout(back, d?.id ?? '')
        .flat()
        .join(),
      /Part of: https:\S+#claim-c$/,
    );
  });

  it('keeps as words the evidence that somebody wrote otherwise in Word, and the rest as records', async () => {
    const reading = await rewritten(cited().edition(), ['>Refutes<', '>Proves the contrary<']);
    const back = broughtBack(reading);
    const [c] = standings(back).map(({ claim }) => claim.id);
    assert.equal(back.evidence.size, 2);
    const [told] = saidAbout(back, c ?? '')[0] ?? [];
    assert.match(
      told ?? '',
      /^Evidence: Proves the contrary\nSource: Cheese, moon[\s\S]*Note: Seen\n\nSource: nobody/m,
    );
    const moved = broughtBack(await rewritten(cited().edition(), ['>https://a.example/?q=(1)&amp;b=2<', '>the web<']));
    assert.equal(moved.evidence.size, 1);
  });

  it('is read where somebody put the labels into German', async () => {
    const edition = cited().edition();
    const german = [...GERMAN].map(([english, words]) => [`>${english}: <`, `>${words}: <`] as const);
    const back = broughtBack(
      await rewritten(edition, ...german, ['>Refutes<', '>Widerlegt<'], ['Kind: Study', 'Art: Studie']),
    );
    assert.deepEqual(evidenceIn(back), evidenceIn(edition.article));
    assert.deepEqual(
      standings(back).map(({ claim }) => claim.statement),
      ['One.', 'Two.'],
    );
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
    const back = broughtBack(await rewritten(edition, ['>One.<', '>Two: better.<']));
    assert.deepEqual(
      [...back.claims.values()].map(({ statement }) => statement),
      ['Two: better.'],
    );
  });
});
