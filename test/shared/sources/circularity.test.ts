import assert from 'node:assert/strict';
import { circularFor, circularityOf, firstHandFor } from '../../../shared/circularity.ts';
import { isHostOf, isSameName } from '../../../shared/names.ts';
import { evidence, paragraph, type Writing, writing } from '../../support/edition.ts';

const POWER = { name: 'Samantha Power', kind: 'person' };
const REUTERS = { name: 'Reuters', kind: 'organization', verb: 'citing an analysis by' };
const MINISTRY = { name: 'data of the Russian Defence Ministry', kind: 'dataset', verb: 'of' };

const SOURCES = {
  power: { title: 'Remarks', people: ['Power, Samantha'], publisher: 'US Mission' },
  reuters: { title: 'Where the bombs fall', url: 'https://uk.reuters.com/analysis', publisher: 'Thomson Reuters' },
  site: { url: 'https://www.reuters.com/other' },
  ministry: { title: 'Targets', publisher: 'Ministry of Defence of the Russian Federation', kind: 'dataset' },
  archive: { title: 'Satellite images', publisher: 'Orbital Archive', url: 'https://orbital.example/7' },
  copy: { title: 'Where bombs fall', publisher: 'Daily Herald', derivesFrom: [{ source: 'reuters', manner: 'copy' }] },
  mixed: {
    title: 'Two looks',
    derivesFrom: [
      { source: 'copy', manner: 'quotes' },
      { source: 'archive', manner: 'data' },
    ],
  },
  outlet: { url: 'https://blog.news.example/more' },
  itself: { url: 'https://www.news.example/bombs?utm_source=x' },
} as const;

/** "Power told the council that Reuters found that …": the claim that it was found, and in it the claim that it is so. */
const article = (): Writing => {
  const words = 'Power said that Reuters found that most targets were elsewhere.';
  const log = writing('Bombs', [paragraph(words)], {
    format: 'html',
    url: 'https://news.example/bombs',
    language: 'en',
  })
    .mark('una', 'found', 'Reuters found that most targets were elsewhere', {
      statement: 'Reuters found that most targets were elsewhere.',
      attribution: [POWER],
    })
    .mark('una', 'so', 'most targets were elsewhere', { parent: 'found', attribution: [POWER, REUTERS, MINISTRY] })
    .mark('una', 'part', 'targets', { parent: 'so' });
  for (const [source, fields] of Object.entries(SOURCES)) log.act('ben', { kind: 'source.add', source, fields });
  return log;
};

describe('circular evidence', () => {
  const { article: bombs } = article();
  const why = (claim: string, source: string) => circularFor(bombs, claim, source)?.why;

  it('has Reuters at first hand for "Reuters found it", and circular for "it is so"', () => {
    assert.equal(why('found', 'reuters'), undefined);
    assert.equal(firstHandFor(bombs, 'found', 'reuters'), undefined); // "Thomson Reuters" is not what the claim says
    assert.deepEqual(circularFor(bombs, 'so', 'reuters'), {
      why: 'claimant',
      claimant: 'Reuters',
      by: 'Thomson Reuters',
    });
  });

  it('has the speaker circular for both, and the ministry for what rests on its data', () => {
    assert.deepEqual([why('found', 'power'), why('so', 'power')], ['claimant', 'claimant']);
    assert.deepEqual([why('found', 'ministry'), why('so', 'ministry')], [undefined, 'claimant']);
  });

  it('asks who says the claim that a part without claimants of its own belongs to', () => {
    assert.equal(why('part', 'reuters'), 'claimant');
    assert.equal(why('part', 'archive'), undefined);
  });

  it('knows a claimant by the host, and what comes from one', () => {
    assert.deepEqual(circularFor(bombs, 'so', 'site'), { why: 'claimant', claimant: 'Reuters', by: 'www.reuters.com' });
    assert.deepEqual(circularFor(bombs, 'so', 'copy'), { why: 'derives', from: 'reuters', manner: 'copy' });
    assert.equal(why('found', 'copy'), undefined);
  });

  it('is not circular with one root that is not', () => assert.equal(why('so', 'mixed'), undefined));

  it('knows the article itself, at any of its addresses, and its site', () => {
    assert.deepEqual([why('found', 'itself'), why('found', 'outlet')], ['article', 'outlet']);
  });

  it('warns only where nothing else supports the claim', () => {
    const log = article();
    assert.ok(!circularityOf(log.article, 'so').isAll);
    log.act('ben', evidence('e1', 'so', 'reuters', { stance: 'supports' }));
    log.act('ben', evidence('e2', 'so', 'copy', { stance: 'supports' }));
    log.act('ben', evidence('e3', 'so', 'archive', { stance: 'context' }));
    assert.ok(circularityOf(log.article, 'so').isAll);
    log.act('ben', evidence('e4', 'so', 'archive', { stance: 'supports' }));
    const { circular, isAll } = circularityOf(log.article, 'so');
    assert.deepEqual([[...circular.keys()], isAll], [['reuters', 'copy'], false]);
  });

  it('knows names by their telling words', () => {
    const same = [
      ['Reuters analysis', 'Thomson Reuters'],
      ['Power', 'Samantha Power'],
      ['Ministère de la Défense', 'ministere de la defense'],
      ['路透社', '路透社'],
      ['The Ministry', 'the ministry'],
      ['Russian ministry data', 'Ministry of Defence of the Russian Federation'],
    ] as const;
    const others = [
      ['Ministry', 'Ministry of Health'],
      ['National data', 'National Bank'],
      ['Ada Power', 'Ben Power'],
      ['', ''],
      ['路透社', '新华社'],
    ] as const;
    for (const [one, other] of same) assert.ok(isSameName(one, other), `${one} / ${other}`);
    for (const [one, other] of others) assert.ok(!isSameName(one, other), `${one} / ${other}`);
  });

  it('knows hosts by the part that their owner chose', () => {
    assert.ok(isHostOf('uk.reuters.com', 'Reuters') && isHostOf('www.foxnews.com', 'Fox News'));
    assert.ok(!isHostOf('co.example', 'The Company') && !isHostOf('news.example', 'News'));
  });
});
