import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { sha256 } from '../../server/digest.ts';
import { type Article, anchorOf, blankArticle } from '../../shared/article.ts';
import type { Edition, Format } from '../../shared/export/format.ts';
import { type Entry, replayEntry, seal } from '../../shared/log.ts';
import { type AnyPart, parsePart } from '../../shared/operations/index.ts';
import { rationaleSchema } from '../../shared/rationale.ts';
import { perform } from '../../shared/rebase.ts';
import { create, schema } from '../../shared/schema.ts';
import { plainText } from '../../shared/text.ts';

/** A log that is being written: each act is performed, sealed and replayed, and one that is refused is an error in the test. */
export class Writing {
  #article = blankArticle();
  readonly #entries: Entry[] = [];

  get article(): Article {
    return this.#article;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** One operation by a reviewer, a minute after the last; parts as they come over the wire. */
  act(reviewer: string, ...wire: readonly unknown[]): this {
    const parts = wire.map((part, index) => parsePart(part, `parts[${index}]`));
    const version = this.#article.version + 1;
    const at = new Date(Date.UTC(2026, 2, 1, 9, version)).toISOString();
    const { parts: performed, dropped } = perform(this.#article, parts, { reviewer, at });
    if (dropped.length > 0) throw new Error(`refused: ${JSON.stringify(dropped)} of ${JSON.stringify(wire)}`);
    const done: readonly AnyPart[] = performed.map((each) => each.part);
    const unsealed = { version, opId: `op-${version}`, reviewer, at, parts: done, dropped };
    const entry = seal({ ...unsealed, previous: this.#article.hash }, sha256);
    this.#article = replayEntry(this.#article, entry).article;
    this.#entries.push(entry);
    return this;
  }

  /** Marks words that are in the article once. */
  mark(reviewer: string, claim: string, exact: string, fields: Readonly<Record<string, unknown>> = {}): this {
    return this.act(reviewer, { kind: 'claim.mark', claim, quote: { exact, prefix: '', suffix: '' }, fields });
  }

  /** Puts other words in the place of words that are in the article once; no words take them out. */
  replace(reviewer: string, words: string, by: string): this {
    const plain = plainText(this.#article.doc);
    const index = plain.text.indexOf(words);
    if (index < 0) throw new Error(`"${words}" is not in the article`);
    const slice = by === '' ? Slice.empty : new Slice(Fragment.from(schema.text(by)), 0, 0);
    const step = new ReplaceStep(plain.positionOf(index), plain.positionOf(index + words.length - 1) + 1, slice);
    return this.act(reviewer, { kind: 'text', target: 'body', steps: [step.toJSON()] });
  }

  /** Cuts the words of a claim, and puts the claim on other words by hand. */
  carry(reviewer: string, claim: string, to: string): this {
    const { from, to: end } = anchorOf(this.#article, claim);
    const cut = new ReplaceStep(from, end, Slice.empty);
    this.act(reviewer, { kind: 'text', target: 'body', steps: [cut.toJSON()] });
    return this.act(reviewer, { kind: 'claim.reanchor', claim, quote: { exact: to, prefix: '', suffix: '' } });
  }

  edition(other: Partial<Edition> = {}): Edition {
    return {
      id: 'moon',
      article: this.#article,
      entries: this.#entries,
      people: { una: { name: 'Una Öberg' }, ben: { name: 'Ben Ito' }, idle: { name: 'Never There' } },
      desk: { name: 'The Desk', url: 'https://desk.example/' },
      address: 'https://touchstone.example/articles/moon',
      asked: this.article.contacts,
      exportedAt: '2026-03-02T10:00:00.000Z',
      captures: [],
      digest: sha256,
      ...other,
    };
  }
}

const text = (words: string): readonly Node[] => (words === '' ? [] : [schema.text(words)]);

/** A paragraph of plain words. */
export const paragraph = (words: string): Node => create('paragraph', null, text(words));

/** A log whose first entry creates an article with a title and blocks. */
export const writing = (
  title: string,
  blocks: readonly Node[],
  origin: Readonly<Record<string, string>> = {},
): Writing => {
  const doc = create('doc', null, [create('title', null, text(title)), ...blocks]);
  return new Writing().act('una', { kind: 'article.create', doc: doc.toJSON(), origin });
};

/** An article with something of everything: every state of an anchor, every kind of source, every way a verdict can stand. */
export const richEdition = (): Edition => {
  const log = writing(
    'Moon 🌕 made of cheese, says مصدر',
    [
      paragraph('🧀🧀 The minister said 80 percent of the moon is cheese, citing a study of the dairy board.'),
      create('blockquote', null, [paragraph('قال الوزير إن القمر من الجبن 👩‍🚀 تمامًا.')]),
      create('bullet_list', null, [
        create('list_item', null, [paragraph('The cafe\u0301 on the moon sells 5 cheeses.')]),
      ]),
      create('paragraph', null, [
        schema.text('A line'),
        create('hard_break', null, []),
        schema.text('and another line.'),
      ]),
      paragraph('The rover weighed 900 kilograms. It never came back. Nobody asked why it was sent.'),
      paragraph('The board was founded in 1910. Its head resigned. Cheese is the best food.'),
      create('figure', { src: '', alt: 'A moon' }, [create('caption', null, text('The moon, seen from 𝒮yria.'))]),
      create('credit', null, text('By the science desk')),
    ],
    { format: 'html', url: 'https://news.example/moon', language: 'en' },
  );
  const minister = {
    name: 'Ada Minister',
    kind: 'person',
    role: 'minister of the moon',
    verb: 'said',
    place: 'Berlin',
  };
  const board = { name: 'Dairy Board', kind: 'organization', verb: 'citing', date: '2025-11' };
  const data = { name: 'Moon samples', kind: 'dataset', verb: 'of' };
  log
    .mark('una', 'said', 'The minister said 80 percent of the moon is cheese, citing a study of the dairy board.', {
      statement: 'Ada Minister said that 80 percent of the moon is cheese.',
      kind: 'quotation',
      attribution: [minister],
      saidOn: '2026-02-27',
      saidAt: 'Parliament, Berlin',
    })
    .mark('ben', 'share', '80 percent of the moon is cheese', {
      statement: '80 percent of the moon consists of cheese.',
      kind: 'statistic',
      attribution: [minister, board, data],
      saidOn: '2026-02',
    })
    .mark('una', 'arabic', 'القمر من الجبن 👩‍🚀 تمامًا', { attribution: [{ name: 'Someone' }] })
    .mark('una', 'cafe', 'The cafe\u0301 on the moon sells 5 cheeses.', { attribution: [data, board] })
    .mark('una', 'lines', 'A line\nand another line.')
    .mark('ben', 'rover', 'The rover weighed 900 kilograms.', { kind: 'statistic' })
    .mark('ben', 'gone', 'It never came back.', { statement: 'The rover did not return.' })
    .mark('una', 'founded', 'The board was founded in 1910.')
    .mark('ben', 'head', 'Its head resigned.')
    .mark('una', 'best', 'Cheese is the best food.', { kind: 'opinion' })
    .mark('una', 'title', 'Moon 🌕 made of cheese')
    .mark('una', 'caption', 'seen from 𝒮yria')
    .act('una', { kind: 'claim.withdraw', claim: 'head' });
  const kinds = ['page', 'document', 'dataset', 'interview', 'book', 'broadcast', 'message', 'calculation'];
  for (const [index, kind] of kinds.entries()) {
    const url = ['https://board.example/study?a=1&b=2', 'mailto:press@board.example'][index] ?? '';
    const fields = {
      title: `The ${kind} ${index}`,
      kind,
      url,
      publisher: 'Dairy Board',
      date: '2025',
      primary: 'primary',
    };
    log.act('ben', { kind: 'source.add', source: `s-${kind}`, fields });
  }
  log
    .act('ben', { kind: 'source.add', source: 's-bare', fields: { url: 'http://bare.example/' } })
    .act('ben', evidence('e1', 'share', 's-page', { stance: 'supports', passage: '80 %\nof it is', note: 'Table 2' }))
    .act('una', evidence('e2', 'share', 's-dataset', { stance: 'refutes', note: 'Not one sample' }))
    .act('una', evidence('e3', 'share', 's-page', { stance: 'context' }))
    .act('una', evidence('e4', 'said', 's-broadcast', { stance: 'supports' }))
    .act('una', evidence('e5', 'said', 's-book', { stance: 'context' }))
    .act('una', { kind: 'evidence.withdraw', evidence: 'e5' })
    .act('ben', { kind: 'evidence.revise', evidence: 'e2', fields: { passage: 'cheese: 0 of 382 kg' } })
    .act('una', evidence('e6', 'cafe', 's-message', { stance: 'context', passage: 'no cafe\u0301 there' }))
    .act('una', evidence('e7', 'cafe', 's-bare', { stance: 'refutes' }));
  for (const kind of kinds) log.act('una', evidence(`e-${kind}`, 'title', `s-${kind}`, { stance: 'context' }));
  log
    .act('una', verdict('v1', 'share', 'mostly-false', 'A first look.'))
    .act('una', verdict('v2', 'share', 'false', 'No sample holds any cheese: 0 of 382 kg.\nThe study counted craters.'))
    .act('ben', verdict('v3', 'said', 'true', 'On tape.'))
    .act('ben', verdict('v4', 'cafe', 'unproven', ''))
    .act('ben', verdict('v5', 'rover', 'true', 'The log says so.'))
    .act('ben', verdict('v6', 'gone', 'true', 'It is still there.'))
    .act('ben', rationale('best', 'A matter of taste.'))
    .act('una', rationale('title', 'Nobody has been there.', 'strong'))
    .act('ben', { ...verdict('v11', 'title', 'mixed', ''), rationale: undefined })
    .act('ben', rationale('title', 'Almost: '))
    .act('una', verdict('v7', 'founded', 'mixed', 'It was 1910, under another name.'))
    .act('una', verdict('v8', 'lines', 'false', 'A mistake.'))
    .act('una', { kind: 'verdict.withdraw', verdict: 'v8' })
    .act('una', verdict('v9', 'title', 'mixed', 'Some would say so.'))
    .act('ben', verdict('v10', 'caption', 'true', 'Seen.'))
    .replace('una', '900', '950')
    .replace('una', 'It never came back. ', '')
    .act('ben', evidence('e8', 'founded', 's-document', { stance: 'context' }))
    .carry('una', 'caption', 'By the science desk');
  const said = (thread: string, message: string, text: string, more: Readonly<Record<string, unknown>> = {}) => ({
    ...{ thread, message, text, mentions: [] },
    ...more,
  });
  const words = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });
  log
    .act('una', {
      kind: 'thread.open',
      ...said('t1', 'm1', 'Which study, @Ben Ito?', { claim: 'share' }),
      mentions: [{ reviewer: 'ben', from: 13, to: 21 }],
    })
    .act('ben', { kind: 'thread.reply', ...said('t1', 'm2', 'The one of 2024.') })
    .act('ben', { kind: 'thread.revise', ...said('t1', 'm2', 'The one of 2025.') })
    .act('una', { kind: 'thread.reply', ...said('t1', 'm3', 'A slip') })
    .act('una', { kind: 'thread.withdraw', thread: 't1', message: 'm3' })
    .act('una', { kind: 'thread.resolve', thread: 't1' })
    .act('ben', {
      kind: 'thread.open',
      ...said('t2', 'm4', 'Say who asked.', words('Nobody asked why')),
      imported: { as: 'comment', author: 'Eve Writer', at: '2026-01-02T03:04:00Z' },
    })
    .act('ben', {
      kind: 'correction.suggest',
      correction: 'k1',
      ...words('5 cheeses'),
      to: '6 cheeses',
      why: 'Counted',
    })
    .act('ben', { kind: 'correction.suggest', correction: 'k2', ...words('citing a study'), to: '', why: '' })
    .act('una', { kind: 'correction.decline', correction: 'k2', reason: 'He did cite it.' })
    .act('una', { kind: 'correction.suggest', correction: 'k3', ...words('another line'), to: 'a line', why: '' })
    .act('una', { kind: 'correction.withdraw', correction: 'k3' })
    .act('ben', { kind: 'aside.set', aside: 'nobody', ...words('Nobody asked why it was sent.') })
    .act('una', decision('d1', 'lines', 'mostly-false', 'Two of the three lines are there.'))
    .act('una', decision('d2', 'lines', 'false', 'There is one line.'))
    .act('ben', { kind: 'work.move', claim: 'said', move: 'ready' })
    .act('una', { kind: 'work.move', claim: 'said', move: 'first' })
    .act('cleo', { kind: 'work.move', claim: 'said', move: 'sign' })
    .act('una', { kind: 'work.move', claim: 'said', move: 'reopen', reason: 'The tape was cut.' })
    .act('una', { kind: 'article.configure', settings: { checks: 2 } })
    .act(
      'una',
      ...askedAndAnswered('p1', 'arabic', PEOPLE_ASKED.public, { answer: 'disputes', words: 'Not “all” of it.' }),
      ...askedAndAnswered('p2', 'arabic', PEOPLE_ASKED.background, { answer: 'confirms', words: 'All of it.' }),
      ...askedAndAnswered('p3', 'arabic', PEOPLE_ASKED.secret, { answer: 'confirms', words: 'I was there.' }),
      { kind: 'contact.attempt', contact: 'p3', attempt: 'a1', fields: { triedOn: '2026-02-28', result: 'missed' } },
      { kind: 'contact.add', contact: 'p4', fields: { role: 'Press office' } },
      { kind: 'contact.withdraw', contact: 'p4' },
    );
  return log.edition();
};

/** Somebody who was asked, for each way to agree to it. */
export const PEOPLE_ASKED = {
  public: { person: 'Gala Öffentlich', role: 'head of the board', consent: 'public', reach: '+49 30 1' },
  background: { person: 'Bert Hintergrund', consent: 'background', describedAs: 'an engineer of the board' },
  secret: { person: 'Sara Geheim', consent: 'secret', describedAs: 'a friend of the minister', note: 'Meets at night' },
} as const;

/** The parts that put somebody down, what they are asked about a claim, and what they answered. */
export const askedAndAnswered = (
  contact: string,
  claim: string,
  fields: Readonly<Record<string, unknown>>,
  answer: Readonly<Record<string, string>>,
  question: Readonly<Record<string, string>> = {},
): readonly object[] => [
  { kind: 'contact.add', contact, fields },
  {
    kind: 'contact.ask',
    contact,
    question: 'q',
    claim,
    fields: { question: 'Is it so?', askedOn: '2026-02-25', ...question },
  },
  ...(answer.answer ? [{ kind: 'contact.answer', contact, question: 'q', answer: 'n', fields: answer }] : []),
];

/** The part that ties a source to a claim. */
export const evidence = (id: string, claim: string, source: string, fields: Readonly<Record<string, string>>) => ({
  kind: 'evidence.attach',
  evidence: id,
  claim,
  source,
  fields,
});

/** The part that puts words at the beginning of the rationale of a claim. */
export const rationale = (claim: string, words: string, mark?: 'strong') => ({
  kind: 'text',
  target: { rationale: claim },
  steps: [
    new ReplaceStep(
      1,
      1,
      new Slice(Fragment.from(rationaleSchema.text(words, mark && [rationaleSchema.mark(mark)])), 0, 0),
    ).toJSON(),
  ],
});

/** The part that decides an outcome on the truth scale. */
const decision = (id: string, claim: string, rating: string, rationale: string) => ({
  ...{ kind: 'outcome.decide', decision: id, claim },
  ...{ scale: 'truth@1', rating, rationale },
});

/** The part that gives a verdict on the truth scale. */
export const verdict = (id: string, claim: string, rating: string, rationale: string) => ({
  kind: 'verdict.give',
  verdict: id,
  claim,
  scale: 'truth@1',
  rating,
  rationale,
});

/** What a format says that it loses of an edition, a sentence a line. */
export const toldOf = (format: Format, edition: Edition): string =>
  format
    .losses(edition)
    .map(({ words }) => words)
    .join('\n');
