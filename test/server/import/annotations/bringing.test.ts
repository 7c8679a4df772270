import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Article } from '../../../../shared/article.ts';
import { json } from '../../../../shared/export/json.ts';
import { webAnnotation } from '../../../../shared/export/web-annotation.ts';
import { invertPart } from '../../../../shared/operations/index.ts';
import { perform } from '../../../../shared/rebase.ts';
import { ANNO, anno, broughtTo, onWords, quote } from '../../../support/annotations.ts';
import { paragraph, richEdition, writing } from '../../../support/edition.ts';
import { describeWith, material } from '../../../support/material.ts';

const moon = (): Article =>
  writing('The moon', [paragraph('It is made of cheese, they say. It is far away.')]).edition().article;

const by = { creator: { id: 'urn:ada', name: 'Ada' }, created: '2020-01-02T03:04:05Z' };

const becomes = (file: unknown, article = moon()): readonly string[] =>
  broughtTo(article, file).items.map((each) => each.becomes);

const text = (purpose: string, value: string): object => ({ type: 'TextualBody', purpose, value });

const messagesIn = (article: Article): readonly string[] =>
  [...article.threads.values()].flatMap(({ messages }) => messages.map((each) => each.text));

describe('what becomes of an annotation', () => {
  it('a comment is a thread on its words, of whom its file says it is', () => {
    const { after } = broughtTo(
      moon(),
      onWords(quote('far away'), { motivation: 'commenting', bodyValue: 'How far?', ...by }),
    );
    const [thread] = after.threads.values();
    assert.equal(thread?.quote?.exact, 'far away');
    const [message] = thread.messages;
    assert.deepEqual([message?.text, message?.reviewer], ['How far?', 'una']);
    assert.deepEqual(
      [message?.imported?.as, message?.imported?.author, message?.imported?.at],
      ['annotation', 'Ada', '2020-01-02T03:04:05Z'],
    );
    assert.match(message?.imported?.id ?? '', /^http:\/\/example\.org\/anno/);
  });

  it('a question is one, and what somebody edits is a correction', () => {
    const edit = onWords(quote('far away'), { motivation: 'editing', body: text('editing', 'near') });
    assert.deepEqual(becomes([onWords(quote('cheese'), { motivation: 'questioning', bodyValue: '?' }), edit]), [
      'thread',
      'correction',
    ]);
    assert.equal([...broughtTo(moon(), edit).after.corrections.values()][0]?.to, 'near');
  });

  it('a highlight is a claim, and an assessment one with what it says on it', () => {
    const body = [text('classifying', 'False'), text('describing', 'It is rock.')];
    const { after, items } = broughtTo(moon(), [
      onWords(quote('far away'), { motivation: 'highlighting' }),
      onWords(quote('made of cheese'), { motivation: 'assessing', body, ...by }),
    ]);
    assert.deepEqual(
      items.map((each) => each.becomes),
      ['claim', 'claim'],
    );
    assert.deepEqual(
      [...after.claims.values()].map(({ quote: { exact } }) => exact),
      ['far away', 'made of cheese'],
    );
    assert.equal([...after.claims.values()][1]?.imported?.author, 'Ada');
    assert.deepEqual(messagesIn(after), ['False\n\nIt is rock.']);
    assert.equal(after.verdicts.size, 0, 'nobody judges in another’s name (T6)');
  });

  it('tags are tags of the claim on those words', () => {
    const tag = (value: string) => onWords(quote('cheese'), { motivation: 'tagging', body: text('tagging', value) });
    const { after, items } = broughtTo(moon(), [tag('figures'), tag('food')]);
    assert.deepEqual(
      items.map((each) => each.becomes),
      ['claim', 'tags'],
    );
    assert.deepEqual(
      [...after.claims.values()].map(({ tags }) => tags),
      [['figures', 'food']],
    );
  });

  it('a link is evidence, with the passage that it selects', () => {
    const body = [
      { type: 'SpecificResource', source: 'https://board.example/', selector: quote('80 percent') },
      text('commenting', 'Page 3'),
    ];
    const { after } = broughtTo(moon(), onWords(quote('cheese'), { motivation: 'linking', body }));
    const [evidence] = after.evidence.values();
    assert.deepEqual([evidence?.passage, evidence?.note, evidence?.stance], ['80 percent', 'Page 3', 'context']);
    assert.equal([...after.sources.values()][0]?.url, 'https://board.example/');
  });

  it('an answer answers, wherever it stands in the file', () => {
    const question = onWords(quote('cheese'), { motivation: 'questioning', bodyValue: 'Which?' });
    const answer = anno({ motivation: 'replying', bodyValue: 'Gouda.', target: question.id });
    assert.deepEqual(messagesIn(broughtTo(moon(), [answer, question]).after), ['Which?', 'Gouda.']);
    assert.deepEqual(
      broughtTo(moon(), answer).items.map(({ reason }) => reason),
      ['whole-page'],
    );
  });

  it('something about a claim in the file is said on that claim', () => {
    const claim = onWords(quote('cheese'), { motivation: 'identifying' });
    const about = anno({ motivation: 'assessing', bodyValue: 'False', target: claim.id });
    const { after } = broughtTo(moon(), [about, claim]);
    const [thread] = after.threads.values();
    assert.equal(thread?.claim, [...after.claims.keys()][0]);
  });

  it('words that are a claim already are not marked again', () => {
    const article = writing('The moon', [paragraph('It is made of cheese.')])
      .mark('una', 'c', 'cheese')
      .edition().article;
    const { after, items } = broughtTo(
      article,
      onWords(quote('cheese'), { motivation: 'assessing', bodyValue: 'False' }),
    );
    assert.deepEqual([items[0]?.becomes, after.claims.size, after.threads.size], ['thread', 1, 1]);
  });

  it('the same file brought twice changes nothing the second time', () => {
    const file = [
      onWords(quote('cheese'), { motivation: 'highlighting' }),
      onWords(quote('far away'), { bodyValue: 'How far?' }),
      onWords(quote('chalk'), { bodyValue: 'Where?' }),
    ];
    const { after } = broughtTo(moon(), file);
    const again = broughtTo(after, file);
    assert.deepEqual(
      again.items.map((each) => each.becomes),
      ['again', 'again', 'nothing'],
    );
    assert.equal(again.parts.length, 0);
  });

  it('what was taken back comes back, rather than a second time', () => {
    const file = [
      onWords(quote('cheese'), { motivation: 'highlighting' }),
      onWords(quote('far'), { bodyValue: 'How?' }),
    ];
    const first = moon();
    const { after, parts } = broughtTo(first, file);
    const act = { reviewer: 'una', at: '2026-04-02T00:00:00.000Z' };
    const undone = perform(
      after,
      parts.flat().flatMap((part) => invertPart(first, part, act) ?? []),
      act,
    ).article;
    assert.ok([...undone.claims.values()].every(({ withdrawn }) => withdrawn));
    const again = broughtTo(undone, file).after;
    assert.deepEqual([again.claims.size, again.threads.size], [1, 1]);
    assert.ok([...again.claims.values()].every(({ withdrawn }) => !withdrawn));
  });

  it('a claim that was taken back comes back with what was said on it', () => {
    const body = [text('classifying', 'False')];
    const file = onWords(quote('cheese'), { motivation: 'assessing', body });
    const first = moon();
    const { after, parts } = broughtTo(first, file);
    const act = { reviewer: 'una', at: '2026-04-02T00:00:00.000Z' };
    const back = parts.flat().flatMap((part) => invertPart(first, part, act) ?? []);
    const undone = perform(after, back.toReversed(), act).article;
    const again = broughtTo(undone, file).after;
    assert.ok([...again.claims.values()].every(({ withdrawn }) => !withdrawn));
    assert.ok([...again.threads.values()].every(({ messages }) => messages.every(({ withdrawn }) => !withdrawn)));
  });

  it('what is cited for several claims is one source', () => {
    const link = (words: string): object =>
      onWords(quote(words), { motivation: 'linking', body: { source: 'https://board.example/', purpose: 'linking' } });
    const { after } = broughtTo(moon(), [link('cheese'), link('far away')]);
    assert.deepEqual([after.sources.size, after.evidence.size], [1, 2]);
  });

  it('a collection whose annotations stand elsewhere says so', () => {
    const file = {
      '@context': ANNO,
      id: 'urn:c',
      type: 'AnnotationCollection',
      total: 2,
      first: 'http://example.org/p1',
    };
    const [item] = broughtTo(moon(), file).items;
    assert.deepEqual([item?.id, item?.reason], ['http://example.org/p1', 'other-file']);
  });
});

describe('what other tools hand out', () => {
  const row = (more: object): object => ({
    id: 'h1',
    uri: 'https://news.example/moon',
    user: 'acct:ada@hypothes.is',
    user_info: { display_name: 'Ada L.' },
    created: '2020-01-02T03:04:05.678901+00:00',
    text: '',
    tags: [],
    references: [],
    target: [{ source: 'https://news.example/moon', selector: [quote('made of cheese', 'It is ', ', they')] }],
    ...more,
  });

  it('Hypothesis: a comment, its tags, an answer to it, a highlight, and a note on the page', () => {
    const file = {
      total: 4,
      rows: [
        row({ id: 'h2', references: ['h1'], text: 'No.', target: [{ source: 'https://news.example/moon' }] }),
        row({ text: 'Really?', tags: ['food'] }),
        row({ id: 'h3' }),
        row({ id: 'h4', text: 'A page note', target: [{ source: 'https://news.example/moon' }] }),
      ],
    };
    const { after, items } = broughtTo(moon(), file);
    const made = Object.fromEntries(items.map(({ id, becomes: as, reason }) => [id, reason ?? as]));
    assert.deepEqual(made, { h1: 'thread', h2: 'reply', h3: 'claim', h4: 'whole-page' });
    assert.deepEqual(messagesIn(after), ['Really?\n\n#food', 'No.']);
    assert.equal([...after.threads.values()][0]?.messages[0]?.imported?.author, 'Ada L.');
  });

  it('Recogito: positions in UTF-16 units that need not fit', () => {
    const file = [
      {
        id: 'r1',
        bodies: [{ id: 'b', annotation: 'r1', purpose: 'commenting', value: 'Hm' }],
        target: {
          annotation: 'r1',
          selector: [{ quote: 'far\n   away', start: 900, end: 910 }],
          creator: { id: 'u', name: 'Ada' },
        },
      },
      { id: 'r2', bodies: [], target: { annotation: 'r2', selector: [{ quote: 'cheese', start: 0, end: 6 }] } },
    ];
    const { items } = broughtTo(moon(), file);
    assert.deepEqual(
      items.map(({ becomes: as, words, doubts }) => [as, words, ...doubts]),
      [
        ['thread', 'far away', 'position-differs'],
        ['claim', 'cheese', 'position-differs'],
      ],
    );
  });

  describeWith('03-web-annotation/open/hypothesis', "beside Hypothesis' and Recogito's own samples", () => {
    const sample = (path: string): string => readFileSync(material(`03-web-annotation/open/${path}`), 'utf8');
    it('places that of Hypothesis on its word', () => {
      const article = writing('', [paragraph('One Two Three')]).edition().article;
      assert.deepEqual(
        broughtTo(article, sample('hypothesis/minimal.json')).items.map(({ words }) => words),
        ['Two'],
      );
    });
    it('places those of Recogito on their words, however their lines are set', () => {
      const file = sample('recogito/plugins_inline-markers_test_annotations.json');
      const quotes: readonly string[] = JSON.parse(file).map(
        (each: { readonly target: { readonly selector: readonly { readonly quote: string }[] } }) =>
          each.target.selector[0]?.quote,
      );
      const all = [...new Set(quotes)].sort((one, other) => other.length - one.length);
      const flat = all.map((each) => each.replaceAll(/\s+/g, ' '));
      const lines = flat.filter((each, index) => !flat.slice(0, index).some((longer) => longer.includes(each)));
      const article = writing('Odyssey', lines.map(paragraph)).edition().article;
      const { items } = broughtTo(article, file);
      assert.equal(items.length, quotes.length);
      for (const [index, { words, reason }] of items.entries())
        if (reason !== 'more-than-once')
          assert.equal(words.replaceAll('\n', ' '), quotes[index]?.replaceAll(/\s+/g, ' '));
    });
  });
});

describe('our own exports, brought to the same text', () => {
  const edition = richEdition();
  const bare = (): Article => ({ ...richEdition().article, ...empty });
  const empty = {
    claims: new Map(),
    threads: new Map(),
    corrections: new Map(),
    asides: new Map(),
    evidence: new Map(),
    sources: new Map(),
    verdicts: new Map(),
    decisions: new Map(),
    rationales: new Map(),
    work: new Map(),
    contacts: new Map(),
    anchors: writing('', [paragraph('x')]).edition().article.anchors,
  };
  const elsewhere = 'https://other.example/articles/x';

  for (const [says, file] of [
    ['Web Annotation', webAnnotation.write(edition) as string],
    ['JSON', json.write(edition) as string],
  ] as const) {
    it(`${says}: every claim that stands is one again, with its fields and its evidence`, () => {
      const { after, items } = broughtTo(bare(), file, elsewhere);
      const standing = [...edition.article.claims.values()].filter(
        ({ id, withdrawn }) => !withdrawn && edition.article.anchors.get(id)?.state !== 'orphaned',
      );
      assert.equal(after.claims.size, standing.length);
      const share = [...after.claims.values()].find(
        ({ statement }) => statement === '80 percent of the moon consists of cheese.',
      );
      const before = edition.article.claims.get('share');
      assert.ok(share && before);
      for (const key of ['attribution', 'kind', 'saidOn', 'saidAt', 'priority', 'tags'] as const)
        assert.deepEqual(share[key], before[key], key);
      const cited = [...after.evidence.values()].filter(({ claim }) => claim === share.id);
      assert.deepEqual(
        cited.map(({ stance, passage }) => [stance, passage]),
        [...edition.article.evidence.values()]
          .filter((each) => each.claim === 'share' && !each.withdrawn)
          .map(({ stance, passage }) => [stance, passage]),
      );
      assert.ok(items.some(({ becomes: as }) => as === 'correction'));
      assert.ok(messagesIn(after).some((each) => each.includes('There is one line.')));
    });

    it(`${says}: brought to its own article it brings nothing`, () => {
      const { parts } = broughtTo(edition.article, file, edition.address);
      assert.deepEqual(
        parts.flat().filter(({ kind }) => kind !== 'article.keep'),
        [],
      );
    });
  }
});
