import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Edition, PageWishes } from '../../../shared/export/format.ts';
import { escaped, NO_TEXT } from '../../../shared/export/html/markup.ts';
import { PAGE_POLICY, STYLE_HASH } from '../../../shared/export/html/page.ts';
import { REPORT_STYLE } from '../../../shared/export/html/style.ts';
import { html } from '../../../shared/export/html.ts';
import { collapsed } from '../../../shared/text.ts';
import { evidence, PEOPLE_ASKED, paragraph, richEdition, toldOf, verdict, writing } from '../../support/edition.ts';
import { hostileArticle } from '../../support/export-contract.ts';
import { HOSTILE, manyHostile } from '../../support/hostile.ts';
import { hostileEdition } from '../../support/hostile-edition.ts';
import { attribute, elementsOf, errorsIn, type PageElement, wordsIn } from '../../support/page-texts.ts';

const pageOf = (edition: Edition): string => String(html.write(edition));

const byId = (page: string): ReadonlyMap<string, PageElement> =>
  new Map(elementsOf(page).map((each) => [attribute(each, 'id'), each]));

const cardIn = (edition: Edition, claim: string): string =>
  collapsed(wordsIn(byId(pageOf(edition)).get(`claim-${claim}`) ?? assert.fail(`no card of ${claim}`)));

const withPage = (page: PageWishes): Edition => ({ ...richEdition(), page });

const ADDRESS = 'https://touchstone.example/reports/moon';

const published = (...changes: readonly (readonly ['first' | 'correction' | 'retraction', string])[]): PageWishes => ({
  published: {
    address: ADDRESS,
    all: changes.map(([change, note], index) => ({
      ...{ number: index + 1, change, note },
      at: `2026-03-0${index + 1}T10:00:00.000Z`,
    })),
  },
});

const graphIn = (page: string): readonly Readonly<Record<string, unknown>>[] => {
  const script = elementsOf(page).find(({ tagName }) => tagName === 'script') ?? assert.fail('no JSON-LD');
  assert.equal(attribute(script, 'type'), 'application/ld+json');
  return JSON.parse(wordsIn(script))['@graph'];
};

/** A page of every hostile text; a name stands on every card, so it is a short one. */
const hostilePage = (): string => {
  const name = HOSTILE.find((text) => text.includes('</script>')) ?? '';
  return pageOf({
    ...hostileArticle(),
    people: { una: { name } },
    desk: { name, url: 'javascript:alert(1)' },
  });
};

describe('the report page', () => {
  let hostile = '';
  before(() => {
    hostile = hostilePage();
  });

  it('keeps words that run from right to left from turning what stands beside them', () => {
    const isApart = ({ parentNode, ...each }: PageElement): boolean =>
      each.tagName === 'bdi' ||
      (each.tagName !== 'html' && each.attrs.some(({ name }) => name === 'dir')) ||
      (parentNode !== null && 'tagName' in parentNode && isApart(parentNode));
    const page = pageOf({ ...hostileEdition(['قال الوزير 12']), people: { una: { name: 'ليلى' } } });
    const shown = elementsOf(page).filter(({ tagName }) => !/^(title|script|style)$/.test(tagName));
    const beside = shown.filter(
      (each) => each.childNodes.some((node) => 'value' in node && /[\u0590-\u06ff]/.test(node.value)) && !isApart(each),
    );
    assert.ok(shown.length > beside.length);
    assert.deepEqual(
      beside.map((each) => `${each.tagName}.${attribute(each, 'class')}: ${wordsIn(each).slice(0, 60)}`),
      [],
    );
  });

  it('is HTML without an error in the words of the standard, also of hostile texts', () => {
    assert.deepEqual(errorsIn(pageOf(richEdition())), []);
    assert.deepEqual(errorsIn(hostile), []);
  });

  it('gives every hostile text back as it was, and makes nothing of it but words', () => {
    const elements = elementsOf(hostile);
    const texts = new Set(elements.map((each) => collapsed(wordsIn(each))));
    for (const text of manyHostile()) {
      const shown = collapsed(text.replaceAll(NO_TEXT, '\ufffd'));
      assert.ok(texts.has(shown), `${JSON.stringify(text)} is not found again`);
    }
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of ['img', 'svg', 'iframe', 'object', 'embed', 'form', 'input', 'base', 'video', 'audio', 'math'])
      assert.ok(!tags.has(tag), `<${tag}> was made of words`);
    for (const each of elements)
      for (const { name, value } of each.attrs) {
        assert.doesNotMatch(name, /^on|^style$|^srcdoc$/, `${name} on ${each.tagName}`);
        if (name === 'href') assert.match(value, /^(#|https?:|data:,$)/);
        assert.ok(name !== 'src', 'something is fetched');
      }
    assert.equal(elements.filter(({ tagName }) => tagName === 'script').length, 1);
  });

  it('lets its own style apply and nothing else', () => {
    const hash = `sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}`;
    assert.equal(STYLE_HASH, hash, 'the style is another: put its hash into page.ts');
    const [policy] = elementsOf(pageOf(richEdition())).filter((each) => attribute(each, 'http-equiv') !== '');
    assert.equal(policy && attribute(policy, 'content'), PAGE_POLICY);
    assert.match(PAGE_POLICY, /^default-src 'none'; style-src 'sha256-/);
  });

  it('has every id once, and everything that points into the page points to one', () => {
    const elements = elementsOf(pageOf(richEdition()));
    const ids = elements.map((each) => attribute(each, 'id')).filter((id) => id !== '');
    assert.deepEqual([...new Set(ids)], ids);
    for (const each of elements) {
      const { tagName } = each;
      const href = attribute(each, 'href');
      const to = [href.startsWith('#') && href.slice(1), attribute(each, 'aria-details')];
      for (const id of [...to, attribute(each, 'aria-labelledby')])
        if (id) assert.ok(ids.includes(id), `${tagName} points to "${id}"`);
    }
  });

  it('lights up nested claims each with a line of its own, and leads from their words to their cards', () => {
    const marks = elementsOf(pageOf(richEdition())).filter(({ tagName }) => tagName === 'mark');
    const of = (claim: string) => marks.filter((each) => attribute(each, 'aria-details') === `claim-${claim}`);
    const outer = of('said').map(wordsIn);
    assert.deepEqual(outer, [
      'The minister said ',
      '80 percent of the moon is cheese',
      ', citing a study of the dairy board.',
    ]);
    assert.match(attribute(of('said')[0]!, 'class'), /level-1/);
    const [inner] = of('share');
    assert.equal(inner && wordsIn(inner), '80 percent of the moon is cheese');
    assert.match(attribute(inner!, 'class'), /^false level-0/);
    assert.equal(inner?.parentNode, of('said')[1]);
  });

  it('shows claims that overlap, and numbers each where its words end', () => {
    const log = writing('T', [paragraph('one two three four')])
      .mark('una', 'a', 'one two three')
      .mark('una', 'b', 'two three four');
    const page = pageOf(log.edition());
    const block = elementsOf(page).find(({ tagName }) => tagName === 'p' && /one/.test(page)) ?? assert.fail();
    const article = byId(page).get('article') ?? block;
    assert.match(collapsed(wordsIn(article)), /^one two three1 four2/);
  });

  it('says of a claim what it says, who said it in order, what it came to and where that stands on the scale', () => {
    const card = cardIn(richEdition(), 'share');
    assert.match(card, /80 percent of the moon consists of cheese\. False/);
    assert.match(card, /FalseMostly falseMixedMostly trueTrue/);
    assert.match(card, /Ada Minister, minister of the moon.*citing Dairy Board.*of Moon samples/);
    assert.match(card, /No sample holds any cheese: 0 of 382 kg/);
  });

  it('has evidence with its stance, passage, note and address, and counts what is independent', () => {
    const card = cardIn(richEdition(), 'share');
    assert.match(card, /Supports: 1 source, 1 independent · Refutes: 1 source, 1 independent/);
    assert.match(
      card,
      /Supports The page 0 80 % of it is Table 2 Dairy Board · 2025 https:\/\/board\.example\/study\?a=1&b=2/,
    );
    assert.match(card, /cheese: 0 of 382 kg Not one sample.*revised once/);
  });

  it('names the frozen copy of a passage by its hash, and says when it was kept', () => {
    const sha256 = 'ab'.repeat(32);
    const pin = { capture: 'k', sha256, quote: { exact: 'w', prefix: '', suffix: '' }, start: 0, page: 4 };
    const log = writing('T', [paragraph('It is so.')])
      .mark('una', 'c', 'It is so.')
      .act('una', { kind: 'source.add', source: 's', fields: { title: 'S' } })
      .act('una', {
        kind: 'evidence.attach',
        evidence: 'e',
        claim: 'c',
        source: 's',
        fields: { stance: 'supports', passage: 'w', pin },
      });
    const at = '2026-02-01T10:00:00.000Z';
    const kept = { at, address: '', mediaType: 'text/html', size: 1, sha256 };
    const copy = {
      id: 'k',
      source: 's',
      way: 'address',
      address: '',
      reviewer: 'una',
      at,
      state: 'kept',
      kept,
    } as const;
    const edition = log.edition({ captures: [copy] });
    assert.match(cardIn(edition, 'c'), new RegExp(`p\\. 4 .*kept on February 1, 2026, SHA-256 ${sha256}`));
  });

  it('prints of those who were asked what they agreed to, and no more', () => {
    const card = cardIn(richEdition(), 'arabic');
    assert.match(card, /Gala Öffentlich, head of the board: disputes itNot “all” of it\./);
    assert.match(card, /an engineer of the board: confirms itAll of it\./);
    const page = pageOf(richEdition());
    for (const secret of [PEOPLE_ASKED.secret.person, PEOPLE_ASKED.background.person, 'I was there', 'Meets at night'])
      assert.ok(!page.includes(secret), secret);
  });

  it('says what no longer holds, and what became of the words', () => {
    assert.match(
      cardIn(richEdition(), 'rover'),
      /The words changed after this rating.*have changed since.*weighed 900/,
    );
    assert.match(cardIn(richEdition(), 'gone'), /no longer stand in the article/);
    assert.match(cardIn(richEdition(), 'cafe'), /5 cheeses → 6 cheeses \(suggested\)/);
  });

  it('says who judged and checked, or only that somebody else did where nobody is named', () => {
    assert.match(cardIn(richEdition(), 'said'), /Rated: Ben Ito, .*First check: Una Öberg/);
    const unnamed = pageOf(withPage({ unnamed: true }));
    assert.match(collapsed(wordsIn(byId(unnamed).get('claim-said')!)), /First check by somebody else, March 1, 2026/);
    for (const name of ['Una Öberg', 'Ben Ito']) assert.ok(!unnamed.includes(escaped(name)), name);
  });

  it('states the versions of article, scale and evidence', () => {
    const edition = richEdition();
    const page = wordsIn(elementsOf(pageOf(edition)).find(({ tagName }) => tagName === 'footer')!);
    assert.match(
      page,
      new RegExp(`Article at version ${edition.article.version}, scale truth@1, \\d+ pieces of evidence`),
    );
    assert.ok(page.includes(edition.article.hash));
  });

  it('speaks the language of the article, or the one that is asked for', () => {
    const german = writing('Titel', [paragraph('Es ist so.')], { language: 'de-AT' })
      .mark('una', 'c', 'Es ist so.')
      .act('una', verdict('v', 'c', 'false', 'Nein.'));
    assert.match(cardIn(german.edition(), 'c'), /Falsch.*Begründung/);
    assert.match(cardIn(german.edition({ page: { language: 'en' } }), 'c'), /False.*Why/);
    assert.match(pageOf(german.edition()), /<html lang="de"/);
  });

  it('runs the way the article runs', () => {
    const arabic = writing('القمر', [paragraph('القمر من الجبن')], { language: 'ar' }).edition();
    const article = byId(pageOf(arabic)).get('article')!;
    assert.deepEqual([attribute(article, 'dir'), attribute(article, 'lang')], ['rtl', 'ar']);
  });

  it('lists what was changed since it was published, the newest first, openly and for machines', () => {
    const page = pageOf(withPage(published(['first', ''], ['correction', 'The figure was wrong.'])));
    const changes = collapsed(wordsIn(byId(page).get('changes')!));
    assert.match(
      changes,
      /Correction, March 2, 2026 · Version 2 \(this page\) The figure was wrong\. Published, March 1, 2026/,
    );
    const graph = graphIn(page);
    const [review] = graph.filter((each) => each['@type'] === 'ClaimReview');
    assert.equal(review?.dateModified, '2026-03-02');
    const [itself] = graph.filter((each) => each['@type'] === 'WebPage');
    assert.deepEqual(
      [itself?.datePublished, itself?.dateModified],
      ['2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z'],
    );
    assert.match(JSON.stringify(itself?.correction), /CorrectionComment.*The figure was wrong/);
  });

  it('says of a retracted report nothing but that it is, why, and what stood there before', () => {
    const page = pageOf(withPage(published(['first', ''], ['retraction', 'The source was forged.'])));
    const words = collapsed(
      elementsOf(page)
        .filter(({ tagName }) => tagName === 'main')
        .map(wordsIn)
        .join(' '),
    );
    assert.match(words, /has been retracted\. March 2, 2026 The source was forged\./);
    assert.doesNotMatch(words, /80 percent/);
    assert.ok(graphIn(page).every((each) => each['@type'] !== 'ClaimReview'));
    assert.ok(elementsOf(page).some((each) => attribute(each, 'href') === `${ADDRESS}/v/1`));
  });

  it('says where a source comes from', () => {
    const log = writing('T', [paragraph('It is so.')])
      .mark('una', 'c', 'It is so.')
      .act('una', { kind: 'source.add', source: 'root', fields: { title: 'The agency' } })
      .act('una', {
        kind: 'source.add',
        source: 's',
        fields: { title: 'The paper', derivesFrom: [{ source: 'root', manner: 'copy' }] },
      })
      .act('una', evidence('e', 'c', 's', { stance: 'supports' }));
    const sources = collapsed(wordsIn(byId(pageOf(log.edition())).get('sources')!));
    assert.match(sources, /The paper Comes from: The agency \(copy of an agency’s text\) The agency/);
  });

  it('tells what it leaves out', () => assert.match(toldOf(html, richEdition()), /^A report page has no place for: /));
});
