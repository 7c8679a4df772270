import assert from 'node:assert/strict';
import { asked, type ClaimFilter, EVERY, filtered, filterOf, tagsIn, withFilter } from '../../client/claim-filter.ts';
import { claimOrder, idsOf } from '../../client/claim-order.ts';
import { standingOf } from '../../client/standing.ts';
import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { withEmpty } from '../../shared/fields.ts';
import { evidence, paragraph, verdict, writing } from '../support/edition.ts';

const power = withEmpty(CLAIMANT_FIELDS, { name: 'Ada Minister', words: 'It is made of chalk.' });
const log = writing('Moon', [paragraph('The moon is far. It is cold. Nobody lives there. Café owners left.')])
  .mark('una', 'far', 'The moon is far.', {
    kind: 'statistic',
    tags: ['space', 'figures'],
    assignee: 'ben',
    priority: 'low',
  })
  .mark('una', 'cold', 'It is cold.', { kind: 'event', attribution: [power], priority: 'high', due: '2026-03-02' })
  .mark('ben', 'lives', 'Nobody lives there.', {
    tags: ['space'],
    statement: 'No one lives on the moon.',
    due: '2026-03-01',
  })
  .mark('ben', 'cafe', 'Café owners left.', { kind: 'opinion' })
  .act('una', { kind: 'source.add', source: 's', fields: { title: 'Lunar Almanac' } })
  .act('una', evidence('e', 'far', 's', { stance: 'supports', passage: 'three days by rocket' }))
  .act('una', verdict('v1', 'far', 'true', ''))
  .act('una', verdict('v2', 'lives', 'true', ''))
  .act('ben', verdict('v3', 'lives', 'false', ''))
  .act('una', verdict('v4', 'cold', 'mixed', ''))
  .act('una', { kind: 'work.move', claim: 'far', move: 'ready' })
  .replace('una', 'cold', 'icy');
const { article } = log;
const order = claimOrder(article);
const standings = new Map([...article.claims.keys()].map((id) => [id, standingOf(article, id)]));

const lists = (says: string, filter: Partial<ClaimFilter>, ...ids: readonly string[]): void => {
  it(says, () => assert.deepEqual(idsOf(filtered(article, order, standings, { ...EVERY, ...filter })), ids));
};

describe('the list of claims', () => {
  it('is the very same one where nothing is asked', () =>
    assert.equal(filtered(article, order, standings, EVERY), order));
  lists('has those of a type', { type: 'statistic' }, 'far');
  lists('has those with a tag', { tag: 'space' }, 'far', 'lives');
  lists('has those of a person', { assignee: 'ben' }, 'far');
  lists('has those of nobody', { assignee: 'none' }, 'cold', 'lives', 'cafe');
  lists('takes no priority for a normal one', { priority: 'normal' }, 'lives', 'cafe');
  lists('has those with an outcome, not those disputed', { outcome: 'true' }, 'far');
  lists('has those in a state of the work', { state: 'ready' }, 'far');
  lists('takes those that nobody has begun with for open', { state: 'open' }, 'cold', 'lives', 'cafe');
  lists('has those without an outcome', { outcome: '-none' });
  lists('has those to be looked at again', { outcome: '-stale' }, 'cold');
  lists('has those that are disputed', { outcome: '-disputed' }, 'lives');
  lists('has those that cannot be checked', { outcome: '-uncheckable' }, 'cafe');
  lists('asks everything at once', { tag: 'space', outcome: '-disputed' }, 'lives');
  lists('puts the urgent first', { sort: 'priority' }, 'cold', 'lives', 'cafe', 'far');
  lists('puts those due first first, and those without a day last', { sort: 'due' }, 'lives', 'cold', 'far', 'cafe');
  lists('puts the newest first', { sort: 'newest' }, 'cafe', 'lives', 'cold', 'far');
  lists('is searched in the words', { q: 'NOBODY  lives' }, 'lives');
  lists('is searched in the statement', { q: 'no one' }, 'lives');
  lists('is searched in who said it and how', { q: 'ada chalk' }, 'cold');
  lists('is searched in the sources and their passages', { q: 'almanac rocket' }, 'far');
  lists('is searched without accents', { q: 'cafe' }, 'cafe');
  lists('is searched for the words that were marked, too', { q: 'cold' }, 'cold');
  lists('is empty where nothing is as asked for', { q: 'jupiter' });
  it('keeps the open claim, whatever is asked', () =>
    assert.deepEqual(idsOf(filtered(article, order, standings, { ...EVERY, type: 'event' }, 'far')), ['far', 'cold']));
  it('offers every tag, the most used first', () => assert.deepEqual(tagsIn(article), ['space', 'figures']));
});

describe('the address of a list', () => {
  it('has what is asked and nothing else, and gives it back', () => {
    const filter: ClaimFilter = { ...EVERY, q: 'a & b', state: 'open', sort: 'due' };
    const query = withFilter(new URLSearchParams('version=3&tag=old'), filter);
    assert.equal(String(query), 'version=3&q=a+%26+b&state=open&sort=due');
    assert.deepEqual(filterOf(query), filter);
    assert.equal(asked(filter), 2);
  });
  it('that asks for what there is not lists every claim', () =>
    assert.deepEqual(filterOf(new URLSearchParams('state=lost&sort=random&priority=top')), EVERY));
});
