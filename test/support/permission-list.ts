import type { Role } from '../../shared/roles.ts';

/** From which role on something may be done; to what another made where that is not the same; `nobody` when no role may. */
export interface Deed {
  readonly part: { readonly kind: string } & Readonly<Record<string, unknown>>;
  /** What has to be there before it, made by whoever may or may not do it to their own. */
  readonly before?: readonly { readonly kind: string }[];
  readonly own: Role | 'nobody';
  readonly others?: Role | 'nobody';
}

const quote = { exact: 'far', prefix: 'It is ', suffix: '.' };
const place = { from: 13, to: 16 };
const at = { quote, place };
const typed = (target: unknown, position: number) => ({
  kind: 'text',
  target,
  steps: [{ stepType: 'replace', from: position, to: position, slice: { content: [{ type: 'text', text: 'So' }] } }],
});
const sha256 = '8e35c2cd3bf6641bdb0e2050b76932cbb2e6034a0ddacc1d9bea82a6ba57f7cf';

const claim = { kind: 'claim.mark', claim: 'c1', ...at, fields: {} };
const source = { kind: 'source.add', source: 's1', fields: { title: 'Almanac' } };
const evidence = { kind: 'evidence.attach', evidence: 'e1', claim: 'c1', source: 's1', fields: { stance: 'supports' } };
const contact = { kind: 'contact.add', contact: 'p1', fields: { person: 'Ann Power' } };
const ask = { kind: 'contact.ask', contact: 'p1', question: 'q1', claim: 'c1', fields: { question: 'Where from?' } };
const answer = {
  kind: 'contact.answer',
  contact: 'p1',
  question: 'q1',
  answer: 'n1',
  fields: { answer: 'disputes', words: 'No.', answeredOn: '2026-05-02' },
};
const rated = { claim: 'c1', scale: 'truth@1', rating: 'true', rationale: '' };
const verdict = { kind: 'verdict.give', verdict: 'v1', ...rated };
const thread = { kind: 'thread.open', thread: 't1', ...at, message: 'm1', text: 'How far?', mentions: [] };
const correction = { kind: 'correction.suggest', correction: 'k1', ...at, to: 'near', why: '' };
const decision = { kind: 'outcome.decide', decision: 'd1', ...rated };
const upheld = { kind: 'evidence.uphold', evidence: 'e1', state: 'changed', words: 'x', capture: 'k', sha256 };
const does = (kind: string, fields: object): { readonly kind: string } => ({ kind, ...fields });
const lock = does('article.lock', {});
const [c1, a1, e1, p1, s1] = [
  { claim: 'c1' },
  { aside: 'a1' },
  { evidence: 'e1' },
  { contact: 'p1' },
  { source: 's1' },
];
const [v1, k1, d1, t1] = [{ verdict: 'v1' }, { correction: 'k1' }, { decision: 'd1' }, { thread: 't1' }];
const aside = { kind: 'aside.set', ...a1, ...at };
const cited = [claim, source, evidence];
const asked = [claim, contact, ask];

/**
 * Who may do what to an article, written by hand from README.md, PRODUCT.md and docs/protocol.md, and from no line of the code: the
 * server is held to it.
 */
export const DEEDS_BY_ROLE: readonly Deed[] = [
  { part: typed('body', 16), own: 'editor' },
  { part: typed('body', 16), before: [lock], own: 'nobody' },
  { part: typed({ rationale: 'c1' }, 1), before: [claim], own: 'annotator' },
  {
    part: {
      ...does('article.create', {}),
      doc: { type: 'doc', content: [{ type: 'title' }, { type: 'paragraph' }] },
      origin: { format: 'text', url: '', language: '' },
      removals: [],
    },
    own: 'editor',
  },
  { part: lock, own: 'lead' },
  { part: does('article.unlock', {}), before: [lock], own: 'lead' },
  { part: does('article.restore', { removal: 'r1' }), own: 'editor' },
  {
    part: does('article.unrestore', { removal: 'r1' }),
    before: [does('article.restore', { removal: 'r1' })],
    own: 'editor',
  },
  { part: does('article.keep', { removals: [{ id: 'r2', text: 'x', reason: 'y', at: 0 }] }), own: 'annotator' },
  {
    part: does('article.receive', {
      received: 'w1',
      origin: { format: 'html', url: '', language: '' },
      fetchedAt: '2026-05-02T08:00:00.000Z',
      why: '',
      removals: [],
    }),
    own: 'nobody',
  },
  { part: does('article.unreceive', { received: 'w1' }), own: 'nobody' },
  { part: does('article.decline', { address: 'https://a.example/', text: sha256, why: 'A slip.' }), own: 'editor' },
  { part: does('article.place', { address: 'https://a.example/moon' }), own: 'editor' },
  { part: does('article.configure', { settings: { rule: 'majority' } }), own: 'lead' },
  { part: claim, own: 'annotator' },
  { part: does('claim.revise', { ...c1, fields: { statement: 'x' } }), before: [claim], own: 'annotator' },
  { part: does('claim.withdraw', c1), before: [claim], own: 'annotator', others: 'lead' },
  { part: does('claim.reinstate', c1), before: [claim, does('claim.withdraw', c1)], own: 'annotator', others: 'lead' },
  { part: does('claim.reanchor', { ...c1, ...at }), before: [claim], own: 'annotator' },
  { part: does('claim.detach', c1), before: [claim], own: 'annotator' },
  {
    part: does('claim.adjust', {
      ...c1,
      quote: { exact: 'is far', prefix: '', suffix: '' },
      place: { from: 10, to: 16 },
    }),
    before: [claim],
    own: 'annotator',
  },
  { part: aside, own: 'annotator' },
  { part: does('aside.withdraw', a1), before: [aside], own: 'annotator', others: 'lead' },
  { part: does('aside.reinstate', a1), before: [aside, does('aside.withdraw', a1)], own: 'annotator', others: 'lead' },
  { part: source, own: 'annotator' },
  { part: does('source.revise', { ...s1, fields: { publisher: 'x' } }), before: [source], own: 'annotator' },
  {
    part: does('source.revise', { ...s1, fields: { visibility: 'desk' } }),
    before: [source],
    own: 'annotator',
    others: 'lead',
  },
  { part: does('source.retract', { ...s1, reason: 'x' }), before: [source], own: 'annotator' },
  {
    part: does('source.restore', s1),
    before: [source, does('source.retract', { ...s1, reason: 'x' })],
    own: 'annotator',
    others: 'lead',
  },
  { part: evidence, before: [claim, source], own: 'annotator' },
  { part: does('evidence.revise', { ...e1, fields: { note: 'x' } }), before: cited, own: 'annotator' },
  {
    part: does('evidence.revise', { ...e1, fields: { visibility: 'desk' } }),
    before: cited,
    own: 'annotator',
    others: 'lead',
  },
  { part: does('evidence.withdraw', e1), before: cited, own: 'annotator', others: 'lead' },
  {
    part: does('evidence.reinstate', e1),
    before: [...cited, does('evidence.withdraw', e1)],
    own: 'annotator',
    others: 'lead',
  },
  { part: upheld, before: cited, own: 'annotator' },
  { part: does('evidence.unuphold', e1), before: [...cited, upheld], own: 'annotator', others: 'lead' },
  { part: contact, own: 'annotator' },
  { part: does('contact.revise', { ...p1, fields: { note: 'x' } }), before: [contact], own: 'annotator' },
  {
    part: does('contact.revise', { ...p1, fields: { visibility: 'public' } }),
    before: [contact],
    own: 'annotator',
    others: 'lead',
  },
  { part: does('contact.withdraw', p1), before: [contact], own: 'annotator', others: 'lead' },
  {
    part: does('contact.reinstate', p1),
    before: [contact, does('contact.withdraw', p1)],
    own: 'annotator',
    others: 'lead',
  },
  { part: ask, before: [claim, contact], own: 'annotator' },
  {
    part: does('contact.reask', { ...p1, question: 'q1', fields: { deadline: '2026-05-04' } }),
    before: asked,
    own: 'annotator',
  },
  {
    part: does('contact.attempt', { ...p1, attempt: 'x1', fields: { by: 'phone', result: 'missed' } }),
    before: [contact],
    own: 'annotator',
  },
  { part: answer, before: asked, own: 'annotator' },
  { part: does('contact.strike', { ...p1, line: 'n1' }), before: [...asked, answer], own: 'annotator', others: 'lead' },
  {
    part: does('contact.unstrike', { ...p1, line: 'n1' }),
    before: [...asked, answer, does('contact.strike', { ...p1, line: 'n1' })],
    own: 'annotator',
    others: 'lead',
  },
  { part: verdict, before: [claim], own: 'annotator' },
  { part: does('verdict.withdraw', v1), before: [claim, verdict], own: 'annotator', others: 'lead' },
  {
    part: does('verdict.reinstate', v1),
    before: [claim, verdict, does('verdict.withdraw', v1)],
    own: 'annotator',
    others: 'nobody',
  },
  { part: thread, own: 'annotator' },
  { part: does('thread.show', { ...t1, visibility: 'public' }), before: [thread], own: 'annotator', others: 'lead' },
  { part: does('thread.reply', { ...t1, message: 'm2', text: 'x', mentions: [] }), before: [thread], own: 'annotator' },
  {
    part: does('thread.revise', { ...t1, message: 'm1', text: 'x', mentions: [] }),
    before: [thread],
    own: 'annotator',
    others: 'nobody',
  },
  { part: does('thread.resolve', t1), before: [thread], own: 'annotator' },
  { part: does('thread.reopen', t1), before: [thread, does('thread.resolve', t1)], own: 'annotator' },
  { part: does('thread.withdraw', { ...t1, message: 'm1' }), before: [thread], own: 'annotator', others: 'lead' },
  {
    part: does('thread.reinstate', { ...t1, message: 'm1' }),
    before: [thread, does('thread.withdraw', { ...t1, message: 'm1' })],
    own: 'annotator',
    others: 'lead',
  },
  { part: correction, own: 'annotator' },
  { part: does('correction.accept', k1), before: [correction], own: 'editor' },
  { part: does('correction.accept', k1), before: [correction, lock], own: 'nobody' },
  { part: does('correction.decline', { ...k1, reason: '' }), before: [correction], own: 'editor' },
  { part: does('correction.withdraw', k1), before: [correction], own: 'annotator', others: 'lead' },
  {
    part: does('correction.reinstate', k1),
    before: [correction, does('correction.withdraw', k1)],
    own: 'annotator',
    others: 'lead',
  },
  {
    part: does('correction.reinstate', k1),
    before: [correction, does('correction.decline', { ...k1, reason: '' })],
    own: 'editor',
  },
  { part: decision, before: [claim], own: 'lead' },
  { part: does('outcome.undecide', d1), before: [claim, decision], own: 'lead' },
  { part: does('outcome.reinstate', d1), before: [claim, decision, does('outcome.undecide', d1)], own: 'lead' },
  { part: does('work.move', { ...c1, move: 'start' }), before: [claim], own: 'annotator' },
  {
    part: does('work.move', { ...c1, move: 'sign', judged: { words: 'far', evidence: [], outcome: '' } }),
    before: [claim],
    own: 'lead',
  },
  {
    part: does('work.unmove', { ...c1, step: 1 }),
    before: [claim, does('work.move', { ...c1, move: 'start' })],
    own: 'annotator',
    others: 'lead',
  },
  {
    part: does('report.publish', { number: 1, change: 'first', note: '', slug: 'the-moon-k9f2c', version: 1, sha256 }),
    own: 'nobody',
  },
];

/** Every route with the role and the scope that it asks for; `open` to everyone; `published`: to everyone where that is, else from viewer on. */
export const ROUTES_BY_ROLE = `
GET /api/session open
POST /api/session open
DELETE /api/session open
POST /api/session/end open
GET /api/sessions viewer account
DELETE /api/sessions/:id viewer account
DELETE /api/sessions viewer account
GET /api/passkeys viewer account
POST /api/passkeys viewer account
POST /api/passkeys/challenge viewer account
DELETE /api/passkeys/:id viewer account
POST /api/session/passkey/challenge open
POST /api/session/passkey open
POST /api/session/provider open
GET /api/session/provider/callback open
GET /api/identities viewer account
POST /api/identities viewer account
DELETE /api/identities/:id viewer account
GET /api/entrance open
GET /api/account viewer account
GET /api/account-events admin desk
PUT /api/password viewer account
POST /api/password/forgot open
POST /api/password/reset/look open
POST /api/password/reset open
POST /api/reviewers/:id/reset admin desk
POST /api/invitations lead desk
GET /api/invitations lead desk
POST /api/invitations/:id/again lead desk
DELETE /api/invitations/:id lead desk
GET /api/articles/:id/guests lead desk
POST /api/articles/:id/guests lead desk
DELETE /api/articles/:id/guests/:link lead desk
POST /api/guest/look open
POST /api/guest open
POST /api/join/look open
POST /api/join open
POST /api/setup open
POST /api/setup/alone open
GET /api/reviewers viewer read
PATCH /api/reviewers/:id admin desk
POST /api/reviewers/:id/deletion admin desk
GET /api/tokens viewer account
POST /api/tokens viewer account
DELETE /api/tokens/:id viewer account
GET /api/desk lead read
PUT /api/desk lead desk
GET /api/desk/export admin export
POST /api/readings editor import
GET /api/fields open
POST /api/articles editor import
GET /api/articles viewer read
GET /api/articles/:id viewer read
GET /api/articles/:id/deletion admin desk
POST /api/articles/:id/deletion admin desk
GET /api/articles/:id/original viewer read
POST /api/articles/:id/annotations annotator import
POST /api/articles/:id/difference editor import
GET /api/articles/:id/versions viewer read
GET /api/articles/:id/difference viewer read
POST /api/articles/:id/received editor import
DELETE /api/articles/:id/received/:received editor import
GET /api/batches editor import
POST /api/batches editor import
GET /api/batches/:id editor import
PUT /api/batches/:id editor import
POST /api/batches/:id/items editor import
PUT /api/batches/:id/items editor import
PUT /api/batches/:id/items/:item editor import
POST /api/sample editor import
POST /api/articles/:id/operations annotator annotate
GET /api/articles/:id/log viewer read
GET /api/articles/:id/captures viewer read
POST /api/articles/:id/captures annotator annotate
DELETE /api/articles/:id/captures/:capture annotator annotate
GET /api/articles/:id/captures/:capture/bytes viewer read
GET /api/articles/:id/captures/:capture/text viewer read
GET /api/articles/:id/captures/:capture/page viewer read
GET /api/sources viewer read
GET /api/sources/known viewer read
GET /api/search viewer read
GET /api/search/counts viewer read
GET /api/claims/earlier viewer read
GET /api/articles/:id/judged-elsewhere viewer read
GET /api/articles/:id/used-elsewhere viewer read
GET /api/articles/:id/sources/:source/leaning viewer read
GET /api/articles/:id/same-texts viewer read
GET /api/articles/:id/looks viewer read
GET /api/articles/:id/looks/:source viewer read
POST /api/articles/:id/looks annotator annotate
GET /api/articles/:id/reports viewer read
GET /api/articles/:id/reports/preview lead read
GET /api/articles/:id/reports/preview/page lead read
POST /api/articles/:id/reports lead annotate
GET /reports open
GET /reports/feed.atom open
GET /reports/:slug open
GET /reports/:slug/v/:number open
GET /reports/:slug/embed open
GET /oembed open
GET /reports/:slug/v/:number/copies/:capture open
GET /reports/:slug/v/:number/copies/:capture/page open
GET /reports/:slug/v/:number/copies/:capture/file open
GET /api/articles/:id/unread viewer read
POST /api/articles/:id/seen viewer read
GET /api/notices viewer read
POST /api/notices/read viewer read
GET /api/queue viewer read
GET /api/webhooks admin desk
POST /api/webhooks admin desk
DELETE /api/webhooks/:id admin desk
GET /api/webhooks/:id/deliveries admin desk
POST /api/webhooks/:id/deliveries admin desk
POST /api/webhooks/:id/deliveries/:delivery admin desk
GET /api/articles/:id/export viewer export
GET /api/articles/:id/export/:format viewer export
GET /articles/:id/annotations published
GET /articles/:id/annotations/pages/:page published
GET /articles/:id/annotations/:table/:record published
GET /articles/:id/annotations/:table/:record/:part published
GET /articles/:id/text/:version viewer read
GET /api/articles/:id/claims/:claim/review viewer export
GET /healthz open
GET /readyz open
GET /metrics open
GET /api/openapi.json open
`;
