import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import type { Account } from '../../server/storage/account-store.ts';
import { type Erasure, formerAccount, isAsSealed, sealedTombstone } from '../../server/storage/erasure-store.ts';
import { NO_MARKS } from '../../server/storage/search-store.ts';
import type { Stores } from '../../server/storage/stores.ts';
import type { Role } from '../../shared/roles.ts';
import type { OpenStores } from './log-store-contract.ts';
import { listed, someEntries } from './stored-entries.ts';

const AT = '2026-01-01T00:00:00.000Z';
const FILE = 'f'.repeat(64);
const OTHER = 'e'.repeat(64);
const SLUG = 'a'.repeat(64);

const erasure = (article: string, entries: number): Erasure => ({
  ...sealedTombstone({ article, entries, first: '1'.repeat(64), last: '2'.repeat(64), at: AT, by: 'ada' }, sha256),
  reports: [SLUG],
  files: [FILE],
});

const PHC = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g';

const account = (id: string, role: Role): Account => ({
  ...{ id, role, email: `${id}@desk.example`, name: `${id} of the desk`, colour: '#123456', createdAt: AT },
});

/** Something of an article in every store that keeps anything of one. */
const fill = async (stores: Stores, article: string, file: string): Promise<void> => {
  await stores.log.append(someEntries(article, 1, 3), listed(0));
  await stores.log.saveSnapshot(article, { version: 2, body: '{}' });
  await stores.log.pack(article, { least: 1, most: 2 });
  const notice = { id: `n-${article}`, reviewer: 'ben', article, at: AT, body: '{}' };
  const delivery = { webhook: 'w', createdAt: AT, nextAt: AT, attempts: 0, outcome: '' };
  await stores.news.advance({
    ...{ article, from: 0, to: 3, untold: [], done: [] },
    notices: [notice, { ...notice, id: `m-${article}`, article: 'other', body: JSON.stringify({ of: article }) }],
    tasks: [{ article, claim: 'c', assignee: 'ben', state: 'open', due: '', body: '{}' }],
    deliveries: [{ ...delivery, id: `d-${article}`, body: JSON.stringify({ article }) }],
  });
  await stores.news.markSeen('ben', article, 'c', 2);
  await stores.captures.put({ id: 'k', article, at: AT, state: 'kept', body: JSON.stringify({ sha256: file }) });
  const look = { id: `l-${article}`, article, source: 's', at: AT, body: '{}' };
  await stores.looks.put({ article, source: 's', nextAt: AT, marks: 1, body: '{}' }, look);
  const source = { article, source: 's', key: 'k', kind: 'web', at: AT, open: 1 as const, words: 'moon', body: '{}' };
  await stores.library.advance({ article, from: 0, to: 3, title: 'The moon', rows: [source] });
  const found = {
    ...NO_MARKS,
    article,
    kind: 'claim' as const,
    id: 'c',
    open: 1 as const,
    body: '{}',
    words: () => ['moon'],
  };
  await stores.search.advance({ article, from: 0, to: 3, title: 'The moon', rows: [found] });
  const bytes = new Uint8Array([1]);
  const report = { article, number: 1, slug: `slug-${article}`, sha256: file, at: AT, body: '{}' };
  await stores.reports.put({ ...report, page: bytes, embed: bytes });
  await stores.reports.seal(article, file);
  await stores.batches.add({ id: article, batch: 'b', nth: 0, key: `file ${article}`, state: 'done', body: '{}' });
};

/** How much of an article there is in each store. */
const leftOf = async (
  { log, news, captures, looks, library, reports, batches, webhooks, search }: Stores,
  article: string,
) => ({
  found: (await search.find({ words: ['moon'], openOnly: true, limit: 10, offset: 0 })).filter(
    (each) => each.article === article,
  ).length,
  indexed: await search.reached(article),
  entries: (await log.read(article, 0, 10)).length,
  head: await log.head(article),
  listed: (await log.articles(10)).filter(({ id }) => id === article).length,
  snapshots: (await log.snapshotVersions(article)).length,
  notices: (await news.notices('ben', 10)).filter(({ id }) => id.endsWith(`-${article}`)).length,
  tasks: (await news.tasksOf('ben')).filter((task) => task.article === article).length,
  told: await news.reached(article),
  seen: (await news.seen('ben', article)).size,
  copies: (await captures.of(article)).length,
  watches: (await looks.of(article)).length,
  looks: (await looks.looks(article, 's', 10)).length,
  library: (await library.usesOf('k', true)).filter((use) => use.article === article).length,
  reports: (await reports.of(article)).length,
  items: (await batches.items('b')).filter(({ id }) => id === article).length,
  deliveries: (await webhooks.deliveries('w', 10)).filter(({ id }) => id === `d-${article}`).length,
});

const ALL = {
  ...{ entries: 3, head: 3, listed: 1, snapshots: 1, notices: 2, tasks: 1, told: 3, seen: 1, copies: 1 },
  ...{ watches: 1, looks: 1, library: 1, reports: 1, items: 1, deliveries: 1, found: 1, indexed: 3 },
};

const NOTHING = Object.fromEntries(Object.keys(ALL).map((key) => [key, 0]));

/** What holds for everything that articles are erased from; call it inside `describe`. */
export const erasureStoreContract = (open: () => Promise<OpenStores>): void => {
  let opened: OpenStores;
  beforeEach(async () => {
    opened = await open();
    const { log, batches, webhooks } = opened.stores;
    await log.append(someEntries('other', 1, 1), listed(0));
    await batches.put({ id: 'b', at: AT, state: 'ended', body: '{}' });
    await webhooks.addWebhook({ id: 'w', url: 'https://w.example/', secret: 's', createdAt: AT, createdBy: 'ada' });
    await fill(opened.stores, 'moon', FILE);
    await fill(opened.stores, 'sun', OTHER);
  });
  afterEach(() => opened.close());

  it('takes all out that is kept of an article, and nothing of another, also for who opens it later', async () => {
    assert.deepEqual(await leftOf(opened.stores, 'moon'), ALL);
    assert.equal(await opened.stores.erasures.erase(erasure('moon', 3)), true);
    await opened.stores.erasures.finish('moon');
    for (const stores of [opened.stores, await opened.again()]) {
      assert.deepEqual(await leftOf(stores, 'moon'), NOTHING);
      assert.deepEqual(await leftOf(stores, 'sun'), ALL);
    }
  });

  it('keeps how the log ended, and that a report stood at an address', async () => {
    await opened.stores.erasures.erase(erasure('moon', 3));
    const { erasures } = await opened.again();
    const { reports: _, files: __, ...tombstone } = erasure('moon', 3);
    assert.deepEqual(await erasures.tombstone('moon'), tombstone);
    assert.equal(await erasures.tombstone('sun'), undefined);
    assert.deepEqual(await erasures.tombstones(), [tombstone]);
    assert.equal(isAsSealed(tombstone, sha256), true);
    for (const other of [{ last: '3'.repeat(64) }, { entries: 4 }, { by: 'ben' }])
      assert.equal(isAsSealed({ ...tombstone, ...other }, sha256), false);
    assert.deepEqual([await erasures.hadReport(SLUG), await erasures.hadReport(OTHER)], [true, false]);
  });

  it('erases nothing when the log goes on, or is not there', async () => {
    const { erasures } = opened.stores;
    assert.deepEqual(
      [await erasures.erase(erasure('moon', 2)), await erasures.erase(erasure('none', 0))],
      [false, false],
    );
    assert.deepEqual(await leftOf(opened.stores, 'moon'), ALL);
    assert.equal(await erasures.tombstone('moon'), undefined);
  });

  it('erases a log that went on when it is told what that comes to', async () => {
    const { erasures } = opened.stores;
    const erased = await erasures.erase(erasure('moon', 1), (since) => erasure('moon', since.at(-1)?.version ?? 0));
    assert.equal(erased, true);
    assert.equal((await erasures.tombstone('moon'))?.entries, 3);
    assert.deepEqual(await leftOf(opened.stores, 'moon'), NOTHING);
  });

  it('lets nothing be kept any more of what was erased, not by its id either', async () => {
    const { erasures, log } = opened.stores;
    await erasures.erase(erasure('moon', 3));
    assert.deepEqual(await log.append(someEntries('moon', 4, 5), listed(1)), { conflict: 0 });
    assert.deepEqual(await log.append(someEntries('moon', 1, 2), listed(1)), { conflict: 0 });
    assert.deepEqual(await leftOf(opened.stores, 'moon'), NOTHING);
  });

  it('says which bytes an article names, and which of some are named at all', async () => {
    const { erasures } = opened.stores;
    assert.deepEqual(await erasures.files('moon'), [FILE]);
    assert.deepEqual(await erasures.named([FILE, OTHER, SLUG]), new Set([FILE, OTHER]));
    await erasures.erase(erasure('moon', 3));
    assert.deepEqual(await erasures.named([FILE, OTHER, SLUG]), new Set([OTHER]));
  });

  it('takes a reviewer out, and leaves an account that is nobody, also for who opens it later', async () => {
    const { accounts, erasures, news, answers } = opened.stores;
    const [ada, ben] = [account('ada', 'admin'), account('ben', 'viewer')];
    for (const each of [ada, ben]) await accounts.addReviewer(each);
    const secret = { hash: 'b'.repeat(64), kind: 'token' as const, reviewer: 'ben', label: 'laptop', createdAt: AT };
    await accounts.putSecret(secret);
    await accounts.putSecret({ hash: 'c'.repeat(64), kind: 'invitation', label: 'for ben of the desk', createdAt: AT });
    await accounts.putPassword({ reviewer: 'ben', hash: PHC, changedAt: AT });
    await accounts.addIdentity({
      issuer: 'https://id.example',
      subject: 's',
      reviewer: 'ben',
      name: 'ben',
      createdAt: AT,
    });
    const event = { at: AT, address: '10.0.0.1', device: 'Firefox' };
    await accounts.note({ id: 'e1', what: 'joined', reviewer: 'ben', ...event }, '');
    await accounts.note({ id: 'e2', what: 'role-given', reviewer: 'ada', by: 'ben', ...event }, '');
    await answers.keep({ reviewer: 'ben', key: 'k', request: 'r', at: AT, body: 'b' }, '', 10);
    await answers.keep(
      { reviewer: 'ada', key: 'k', request: 'r', at: AT, body: JSON.stringify({ name: ben.name }) },
      '',
      10,
    );
    await answers.keep(
      { reviewer: 'ada', key: 'l', request: 'r', at: AT, body: JSON.stringify({ name: `${ben.name}no` }) },
      '',
      10,
    );
    // An invitation that went to them and one that went to another; a way to the provider on which they said what they are called.
    const sent = { kind: 'invitation' as const, label: '', role: 'viewer' as const, createdAt: AT };
    await accounts.putSecret({ ...sent, hash: 'd'.repeat(64), email: ben.email.toUpperCase() });
    await accounts.putSecret({ ...sent, hash: 'e'.repeat(64), email: `x${ben.email}` });
    await accounts.putSecret({
      ...sent,
      hash: 'f'.repeat(64),
      kind: 'provider',
      label: JSON.stringify({ name: ben.name }),
    });
    const notice = {
      id: 'n1',
      reviewer: 'ada',
      article: 'moon',
      at: AT,
      body: JSON.stringify({ words: `@${ben.name} look` }),
    };
    await news.add([notice], []);
    assert.equal(await erasures.forgetReviewer({ id: 'ben', at: AT, by: 'ada' }), true);
    assert.equal(await erasures.forgetReviewer({ id: 'ben', at: AT, by: 'ada' }), false);
    await erasures.cleanOfReviewers();
    const later = await opened.again();
    assert.deepEqual(await later.erasures.formerReviewers(), [{ id: 'ben', at: AT, by: 'ada' }]);
    assert.deepEqual(await later.accounts.reviewerById('ben'), {
      ...{ id: 'ben', createdAt: AT, ...formerAccount({ id: 'ben', at: AT, by: 'ada' }) },
    });
    assert.equal(await accounts.reviewerByEmail(ben.email), undefined);
    assert.deepEqual([await accounts.secretsOf('ben'), await accounts.passwordOf('ben')], [[], undefined]);
    assert.deepEqual(await accounts.identitiesOf('ben'), []);
    assert.equal((await accounts.findSecret('c'.repeat(64)))?.label, '');
    const { address, device, by } = (await accounts.events(10))[0] ?? {};
    assert.deepEqual([(await accounts.events(10)).length, address, device, by], [1, '', '', 'ben']);
    assert.equal(await answers.find('ben', 'k'), undefined);
    assert.deepEqual([await answers.find('ada', 'k'), (await answers.find('ada', 'l'))?.key], [undefined, 'l']);
    const left = ['d', 'e', 'f'].map(async (each) => (await accounts.findSecret(each.repeat(64)))?.email);
    assert.deepEqual(await Promise.all(left), [undefined, `x${ben.email}`, undefined]);
    assert.equal(await accounts.findSecret('f'.repeat(64)), undefined);
    assert.deepEqual(await later.news.notices('ada', 9), [{ ...notice, body: '{"words":"@A former member look"}' }]);
    assert.deepEqual([await news.notices('ben', 10), (await news.seen('ben', 'moon')).size], [[], 0]);
  });

  it('leaves the last admin, and of two who delete one another at once the second', async () => {
    const { accounts, erasures } = opened.stores;
    for (const id of ['ada', 'eve']) await accounts.addReviewer(account(id, 'admin'));
    const both = await Promise.all(
      [['ada', 'eve'] as const, ['eve', 'ada'] as const].map(([id, by]) => erasures.forgetReviewer({ id, at: AT, by })),
    );
    assert.deepEqual(both.sort(), ['last-admin', true]);
  });

  it('knows what is left to do until it is finished', async () => {
    const { erasures } = opened.stores;
    await erasures.erase(erasure('moon', 3));
    const again = (await opened.again()).erasures;
    assert.deepEqual(await again.unfinished(), [erasure('moon', 3)]);
    await erasures.finish('moon');
    assert.deepEqual(await erasures.unfinished(), []);
  });
};
