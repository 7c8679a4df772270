import { NEW_DESK } from '../../../shared/desk.ts';
import { aDocx, added, deleted, from, note, p, to, words } from '../../support/a-docx.ts';
import type { Member, RunningServer, Sent } from './a-server.ts';

/** What the cases below ask with. */
export interface World {
  readonly server: RunningServer;
  readonly admin: Member;
  readonly viewer: Member;
  readonly guest: Member;
  readonly article: string;
  readonly invitation: string;
  readonly batch: string;
}

export const TEXT = 'The moon\n\nIt is made of 80 percent cheese 🧀, Reuters says.\n\nNobody has asked the moon.';

const marking = (opId: string, base: number, claim: string): object => ({
  opId,
  base,
  parts: [{ kind: 'claim.mark', claim, quote: { exact: '80 percent' }, fields: { statement: 'x' } }],
});

export type Case = readonly [status: number, sent: (world: World) => Sent & { readonly path?: string }];

export const WORD = aDocx(
  p('The moon', 'Title') +
    p(from(1) + words('It is ') + deleted('near', 'Una') + added('far', 'Una') + to(1) + note(1)),
  { comments: [{ id: 1, by: 'Una', text: 'How far?' }], footnotes: ['Almanac'] },
);

export const form = (name: string, content: string | Uint8Array<ArrayBuffer>): FormData => {
  const fields = new FormData();
  fields.set('file', new File([content], name));
  return fields;
};

export const standing = (world: World, rest = ''): string => `/articles/${world.article}/annotations${rest}`;

/** An annotation of the article below. */
const annotation = (exact: string): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/anno1',
  type: 'Annotation',
  bodyValue: 'Which study?',
  target: { source: 'http://example.org/page1', selector: { type: 'TextQuoteSelector', exact } },
});

export const of = (world: World, rest = ''): string => `/api/articles/${world.article}${rest}`;

/** Every operation of the description, each with what it answers to what. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  'get /api/session': [
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
  ],
  'post /api/session': [
    [200, ({ viewer }) => ({ json: { token: viewer.token } })],
    [401, () => ({ json: { token: 'tst_wrong' } })],
    [422, () => ({ json: {} })],
  ],
  'delete /api/session': [[204, () => ({})]],
  'post /api/session/end': [[200, () => ({})]],
  'post /api/setup': [
    [410, () => ({ json: { secret: 'tsu_x', name: 'Una', email: 'una@example.org' } })],
    [422, () => ({ json: { secret: 'tsu_x', name: 'Una' } })],
  ],
  'post /api/setup/alone': [[403, () => ({ json: { secret: 'tsu_x' } })]],
  'post /api/invitations': [
    [201, ({ admin }) => ({ by: admin, json: { role: 'editor', name: 'Otto' } })],
    [403, ({ viewer }) => ({ by: viewer, json: { role: 'viewer' } })],
    [422, ({ admin }) => ({ by: admin, json: { role: 'king' } })],
  ],
  'get /api/invitations': [[200, ({ admin }) => ({ by: admin })]],
  'delete /api/invitations/{id}': [[404, ({ admin }) => ({ by: admin, path: '/api/invitations/none' })]],
  'post /api/invitations/{id}/again': [
    [404, ({ admin }) => ({ by: admin, path: '/api/invitations/none/again', json: {} })],
    [422, ({ admin }) => ({ by: admin, path: '/api/invitations/none/again', json: { language: 'tlh' } })],
  ],
  'post /api/join/look': [
    [200, ({ invitation }) => ({ json: { secret: invitation } })],
    [410, () => ({ json: { secret: 'tsi_wrong' } })],
    [422, () => ({ json: {} })],
  ],
  'post /api/join': [
    [201, ({ invitation }) => ({ json: { secret: invitation, name: 'Otto', email: 'otto@example.org' } })],
    [410, ({ invitation }) => ({ json: { secret: invitation, name: 'Otto' } })],
    [422, () => ({ json: {} })],
  ],
  'get /api/reviewers': [
    [200, ({ admin }) => ({ by: admin })],
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
    [422, ({ admin }) => ({ by: admin, path: '/api/reviewers?limit=0' })],
  ],
  'patch /api/reviewers/{id}': [
    [200, ({ admin, guest }) => ({ by: admin, path: `/api/reviewers/${guest.account.id}`, json: { role: 'editor' } })],
    [403, ({ admin }) => ({ by: admin, path: `/api/reviewers/${admin.account.id}`, json: { role: 'viewer' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/reviewers/nobody', json: { disabled: true } })],
    [422, ({ admin, guest }) => ({ by: admin, path: `/api/reviewers/${guest.account.id}`, json: { role: 'king' } })],
  ],
  'get /api/sessions': [
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
    [422, ({ admin }) => ({ by: admin, path: '/api/sessions?limit=0' })],
  ],
  'delete /api/sessions': [[200, ({ guest }) => ({ by: guest })]],
  'delete /api/sessions/{id}': [[404, ({ viewer }) => ({ by: viewer, path: '/api/sessions/none' })]],
  'get /api/passkeys': [[200, ({ viewer }) => ({ by: viewer })]],
  'post /api/passkeys': [[422, ({ viewer }) => ({ by: viewer, json: { name: 'laptop', response: { id: 'x' } } })]],
  'post /api/passkeys/challenge': [
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
  ],
  'delete /api/passkeys/{id}': [[404, ({ viewer }) => ({ by: viewer, path: '/api/passkeys/none' })]],
  'post /api/session/passkey/challenge': [[200, () => ({})]],
  'post /api/session/passkey': [
    [401, () => ({ json: { response: { id: 'none' } } })],
    [422, () => ({ json: {} })],
  ],
  'post /api/session/provider': [[409, () => ({ json: {} })]],
  'get /api/session/provider/callback': [[303, () => ({})]],
  'get /api/identities': [[200, ({ viewer }) => ({ by: viewer })]],
  'post /api/identities': [[409, ({ viewer }) => ({ by: viewer })]],
  'delete /api/identities/{id}': [[404, ({ viewer }) => ({ by: viewer, path: '/api/identities/none' })]],
  'get /api/entrance': [[200, () => ({})]],
  'get /api/account': [[200, ({ viewer }) => ({ by: viewer })]],
  'put /api/password': [
    [204, ({ guest }) => ({ by: guest, json: { password: 'lunar cheese tribunal' } })],
    [403, ({ guest }) => ({ by: guest, json: { password: 'lunar cheese tribune', current: 'wrong' } })],
    [422, ({ viewer }) => ({ by: viewer, json: { password: 'password1234' } })],
  ],
  'post /api/password/forgot': [[409, () => ({ json: { email: 'g@example.org' } })]],
  'post /api/password/reset/look': [[410, () => ({ json: { secret: 'tsr_wrong' } })]],
  'post /api/password/reset': [[410, () => ({ json: { secret: 'tsr_wrong', password: 'lunar cheese tribunal' } })]],
  'post /api/reviewers/{id}/deletion': [
    [403, ({ admin }) => ({ by: admin, path: `/api/reviewers/${admin.account.id}/deletion`, json: { confirm: 'x' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/reviewers/nobody/deletion', json: { confirm: 'x' } })],
    [
      422,
      ({ admin, viewer }) => ({
        by: admin,
        path: `/api/reviewers/${viewer.account.id}/deletion`,
        json: { confirm: 'x' },
      }),
    ],
  ],
  'post /api/reviewers/{id}/reset': [
    [201, ({ admin, guest }) => ({ by: admin, path: `/api/reviewers/${guest.account.id}/reset` })],
    [403, ({ viewer, guest }) => ({ by: viewer, path: `/api/reviewers/${guest.account.id}/reset` })],
    [404, ({ admin }) => ({ by: admin, path: '/api/reviewers/nobody/reset' })],
  ],
  'get /api/account-events': [
    [200, ({ admin }) => ({ by: admin })],
    [422, ({ admin }) => ({ by: admin, path: '/api/account-events?limit=0' })],
    [403, ({ viewer }) => ({ by: viewer })],
  ],
  'get /api/articles/{id}/deletion': [
    [200, (world) => ({ by: world.admin, path: of(world, '/deletion') })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/deletion') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/deletion' })],
  ],
  'post /api/articles/{id}/deletion': [
    [403, (world) => ({ by: world.viewer, path: of(world, '/deletion'), json: { confirm: 'x' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/deletion', json: { confirm: 'x' } })],
    [422, (world) => ({ by: world.admin, path: of(world, '/deletion'), json: { confirm: 'no title of it' } })],
  ],
  'get /api/articles/{id}/guests': [
    [200, (world) => ({ by: world.admin, path: of(world, '/guests') })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/guests') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/guests' })],
  ],
  'post /api/articles/{id}/guests': [
    [
      201,
      (world) => ({ by: world.admin, path: of(world, '/guests'), json: { role: 'viewer', days: 3, label: 'Sol' } }),
    ],
    [403, (world) => ({ by: world.viewer, path: of(world, '/guests'), json: { role: 'viewer', days: 3 } })],
    [422, (world) => ({ by: world.admin, path: of(world, '/guests'), json: { role: 'lead', days: 3 } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/guests', json: { role: 'viewer', days: 3 } })],
  ],
  'delete /api/articles/{id}/guests/{link}': [[404, (world) => ({ by: world.admin, path: of(world, '/guests/none') })]],
  'post /api/guest/look': [
    [410, () => ({ json: { secret: 'tsg_wrong' } })],
    [422, () => ({ json: {} })],
  ],
  'post /api/guest': [
    [410, () => ({ json: { secret: 'tsg_wrong', name: 'Sol' } })],
    [422, () => ({ json: {} })],
  ],
  'get /api/tokens': [
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
    [422, ({ admin }) => ({ by: admin, path: '/api/tokens?limit=0' })],
  ],
  'post /api/tokens': [
    [201, ({ viewer }) => ({ by: viewer, json: { label: 'laptop' } })],
    [201, ({ viewer }) => ({ by: viewer, json: { label: 'x', scopes: ['read'], expiresAt: '2999-01-31T12:00:00Z' } })],
    [422, ({ viewer }) => ({ by: viewer, json: { label: 'laptop', scopes: ['everything'] } })],
  ],
  'delete /api/tokens/{id}': [[404, ({ viewer }) => ({ by: viewer, path: '/api/tokens/none' })]],
  'get /api/desk': [
    [200, ({ admin }) => ({ by: admin })],
    [403, ({ viewer }) => ({ by: viewer })],
  ],
  'get /api/desk/export': [
    [200, ({ admin }) => ({ by: admin })],
    [403, ({ viewer }) => ({ by: viewer })],
  ],
  'put /api/desk': [
    [200, ({ admin }) => ({ by: admin, json: { version: 0, ...NEW_DESK } })],
    [409, ({ admin }) => ({ by: admin, json: { version: 0, ...NEW_DESK } })],
    [422, ({ admin }) => ({ by: admin, json: { ...NEW_DESK, version: 1, scales: [{ id: 'x', ratings: [] }] } })],
  ],
  'get /api/fields': [[200, () => ({})]],
  'post /api/readings': [
    [200, ({ admin }) => ({ by: admin, json: { text: TEXT } })],
    [200, ({ admin }) => ({ by: admin, body: form('a.txt', TEXT) })],
    [200, ({ admin }) => ({ by: admin, body: form('a.docx', WORD) })],
    [403, ({ viewer }) => ({ by: viewer, json: { text: TEXT } })],
    [415, ({ admin }) => ({ by: admin, body: form('moon.xyz', 'PK') })],
    [200, ({ admin }) => ({ by: admin, json: { html: '<p>x' } })],
    [422, ({ admin }) => ({ by: admin, json: {} })],
  ],
  'get /api/articles': [
    [200, ({ viewer }) => ({ by: viewer })],
    [200, ({ viewer }) => ({ by: viewer, path: '/api/articles?limit=1' })],
    [401, () => ({})],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/articles?limit=0' })],
  ],
  'post /api/articles': [
    [201, ({ admin }) => ({ by: admin, json: { title: 'Moon', text: TEXT } })],
    [201, ({ admin }) => ({ by: admin, body: form('moon.txt', TEXT) })],
    [403, ({ viewer }) => ({ by: viewer, json: { text: TEXT } })],
    [415, ({ admin }) => ({ by: admin, body: form('moon.xyz', 'PK') })],
    [415, ({ admin }) => ({ by: admin, body: 'text', headers: { 'content-type': 'text/plain' } })],
    [422, ({ admin }) => ({ by: admin, json: { text: '' } })],
  ],
  'post /api/sample': [
    [201, ({ admin }) => ({ by: admin })],
    [403, ({ viewer }) => ({ by: viewer })],
  ],
  'get /api/articles/{id}': [
    [200, (world) => ({ by: world.viewer, path: of(world) })],
    [401, (world) => ({ path: of(world) })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none' })],
    [400, ({ admin }) => ({ by: admin, path: '/api/articles/%E0' })],
  ],
  'get /api/articles/{id}/log': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/log?after=1&limit=1') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/log' })],
    [422, (world) => ({ by: world.viewer, path: of(world, '/log?after=-1') })],
  ],
  'post /api/articles/{id}/annotations': [
    [
      200,
      (world) => ({ by: world.admin, path: of(world, '/annotations?preview=true'), json: annotation('80 percent') }),
    ],
    [200, (world) => ({ by: world.admin, path: of(world, '/annotations'), json: annotation('80 per cent cheese') })],
    [401, (world) => ({ path: of(world, '/annotations'), json: annotation('80 percent') })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/annotations'), json: annotation('80 percent') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/annotations', json: annotation('80 percent') })],
    [422, (world) => ({ by: world.admin, path: of(world, '/annotations'), json: {} })],
  ],
  'get /articles/{id}/annotations': [
    [200, (world) => ({ by: world.viewer, path: standing(world) })],
    [303, (world) => ({ path: standing(world), headers: { accept: 'text/html' } })],
    [401, (world) => ({ path: standing(world) })],
    [404, ({ viewer }) => ({ by: viewer, path: '/articles/none/annotations' })],
  ],
  'get /articles/{id}/annotations/pages/{page}': [
    [200, (world) => ({ by: world.viewer, path: standing(world, '/pages/1') })],
    [404, (world) => ({ by: world.viewer, path: standing(world, '/pages/9') })],
  ],
  'get /articles/{id}/annotations/{table}/{record}': [
    [404, (world) => ({ by: world.viewer, path: standing(world, '/claims/none') })],
    [401, (world) => ({ path: standing(world, '/claims/none') })],
  ],
  'get /articles/{id}/annotations/{table}/{record}/{part}': [
    [404, (world) => ({ by: world.viewer, path: standing(world, '/threads/none/none') })],
  ],
  'get /articles/{id}/text/{version}': [
    [200, (world) => ({ by: world.viewer, path: `/articles/${world.article}/text/1` })],
    [401, (world) => ({ path: `/articles/${world.article}/text/1` })],
    [404, (world) => ({ by: world.viewer, path: `/articles/${world.article}/text/999` })],
  ],
  'get /api/articles/{id}/claims/{claim}/review': [
    [401, (world) => ({ path: of(world, '/claims/none/review') })],
    [404, (world) => ({ by: world.viewer, path: of(world, '/claims/none/review') })],
  ],
  'post /api/articles/{id}/operations': [
    [200, (world) => ({ by: world.admin, path: of(world, '/operations'), json: marking('o1', 1, 'c1') })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/operations'), json: marking('o1', 1, 'c1') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/operations', json: marking('o1', 1, 'c1') })],
    [409, (world) => ({ by: world.admin, path: of(world, '/operations'), json: marking('o1', 1, 'c2') })],
    [409, (world) => ({ by: world.admin, path: of(world, '/operations'), json: marking('o2', 999, 'c2') })],
    [413, (world) => ({ by: world.admin, path: of(world, '/operations'), json: { x: 'x'.repeat(300_000) } })],
    [422, (world) => ({ by: world.admin, path: of(world, '/operations'), json: { opId: 'o3', base: 1 } })],
  ],
  'get /api/articles/{id}/captures': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/captures') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/captures' })],
    [422, (world) => ({ by: world.admin, path: of(world, '/captures?limit=0') })],
  ],
  'post /api/articles/{id}/captures': [
    [422, (world) => ({ by: world.admin, path: of(world, '/captures'), json: { source: 'none' } })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/captures'), json: { source: 'none' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/captures', json: { source: 'none' } })],
  ],
  'delete /api/articles/{id}/captures/{capture}': [
    [404, (world) => ({ by: world.admin, path: of(world, '/captures/none') })],
  ],
  'get /api/articles/{id}/captures/{capture}/bytes': [
    [404, (world) => ({ by: world.viewer, path: of(world, '/captures/none/bytes') })],
  ],
  'get /api/articles/{id}/captures/{capture}/text': [
    [404, (world) => ({ by: world.viewer, path: of(world, '/captures/none/text') })],
  ],
  'get /api/articles/{id}/captures/{capture}/page': [
    [404, (world) => ({ by: world.viewer, path: of(world, '/captures/none/page') })],
  ],
  'post /api/articles/{id}/difference': [
    [200, (world) => ({ by: world.admin, path: of(world, '/difference'), json: { text: TEXT.replace('80', '18') } })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/difference'), json: { text: TEXT } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/difference', json: { text: TEXT } })],
    [415, (world) => ({ by: world.admin, path: of(world, '/difference'), body: form('moon.xyz', 'PK') })],
    [422, (world) => ({ by: world.admin, path: of(world, '/difference'), json: {} })],
  ],
  'get /api/articles/{id}/versions': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/versions') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/versions' })],
    [422, (world) => ({ by: world.viewer, path: of(world, '/versions?limit=0') })],
  ],
  'get /api/articles/{id}/difference': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/difference?from=1') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/difference' })],
    [422, (world) => ({ by: world.viewer, path: of(world, '/difference?from=999') })],
  ],
  'post /api/articles/{id}/received': [
    [409, (world) => ({ by: world.admin, path: of(world, '/received'), json: { text: TEXT, from: 'x' } })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/received'), json: { text: TEXT, from: 'x' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/received', json: { text: TEXT, from: 'x' } })],
    [422, (world) => ({ by: world.admin, path: of(world, '/received'), json: { text: TEXT } })],
  ],
  'delete /api/articles/{id}/received/{received}': [
    [404, (world) => ({ by: world.admin, path: of(world, '/received/none') })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/received/none') })],
  ],
  'get /api/articles/{id}/original': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/original') })],
    [401, (world) => ({ path: of(world, '/original') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/original' })],
  ],
  'get /api/articles/{id}/looks': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/looks') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/looks' })],
  ],
  'post /api/articles/{id}/looks': [
    [202, (world) => ({ by: world.admin, path: of(world, '/looks'), json: {} })],
    [422, (world) => ({ by: world.admin, path: of(world, '/looks'), json: { source: 7 } })],
    [403, (world) => ({ by: world.viewer, path: of(world, '/looks'), json: {} })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/looks', json: {} })],
  ],
  'get /api/articles/{id}/looks/{source}': [[404, (world) => ({ by: world.viewer, path: of(world, '/looks/none') })]],
  'get /api/articles/{id}/unread': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/unread') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/unread' })],
  ],
  'post /api/articles/{id}/seen': [
    [204, (world) => ({ by: world.viewer, path: of(world, '/seen'), json: { claim: 'c1', version: 1 } })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/seen', json: { version: 1 } })],
    [422, (world) => ({ by: world.viewer, path: of(world, '/seen'), json: { version: 999 } })],
  ],
  'get /api/notices': [
    [200, ({ viewer }) => ({ by: viewer })],
    [401, () => ({})],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/notices?before=then' })],
  ],
  'post /api/notices/read': [
    [200, ({ viewer }) => ({ by: viewer, json: {} })],
    [422, ({ viewer }) => ({ by: viewer, json: { ids: 'all' } })],
  ],
  'get /api/articles/{id}/judged-elsewhere': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/judged-elsewhere') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/judged-elsewhere' })],
  ],
  'get /api/articles/{id}/used-elsewhere': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/used-elsewhere') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/used-elsewhere' })],
  ],
  'get /api/articles/{id}/sources/{source}/leaning': [
    [404, (world) => ({ by: world.viewer, path: of(world, '/sources/none/leaning') })],
  ],
  'get /api/articles/{id}/same-texts': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/same-texts') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/same-texts' })],
  ],
  'get /api/batches': [
    [200, ({ admin }) => ({ by: admin })],
    [403, ({ viewer }) => ({ by: viewer })],
    [422, ({ admin }) => ({ by: admin, path: '/api/batches?limit=0' })],
  ],
  'post /api/batches': [
    [201, ({ admin }) => ({ by: admin, json: { name: 'Moons', addresses: ['https://moon.example/', 'moon'] } })],
    [422, ({ admin }) => ({ by: admin, json: { addresses: 'moon' } })],
  ],
  'get /api/batches/{id}': [
    [200, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}` })],
    [404, ({ admin }) => ({ by: admin, path: '/api/batches/none' })],
  ],
  'put /api/batches/{id}': [
    [200, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}`, json: { state: 'stopped' } })],
    [422, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}`, json: { state: 'asleep' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/batches/none', json: { state: 'stopped' } })],
  ],
  'post /api/batches/{id}/items': [
    [201, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items`, body: form('a.txt', TEXT) })],
    [201, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items`, body: form('b.xyz', 'PK') })],
    [422, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items`, json: {} })],
    [404, ({ admin }) => ({ by: admin, path: '/api/batches/none/items', body: form('a.txt', TEXT) })],
  ],
  'put /api/batches/{id}/items': [
    [200, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items`, json: { state: 'called-off' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/batches/none/items', json: { state: 'called-off' } })],
    [422, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items`, json: { state: 'asleep' } })],
  ],
  'put /api/batches/{id}/items/{item}': [
    [404, ({ admin, batch }) => ({ by: admin, path: `/api/batches/${batch}/items/none`, json: { state: 'waiting' } })],
  ],
  'get /api/sources': [
    [200, ({ viewer }) => ({ by: viewer })],
    [200, ({ viewer }) => ({ by: viewer, path: '/api/sources?search=moon&kind=book&limit=1' })],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/sources?kind=moon' })],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/sources?before=moon' })],
  ],
  'get /api/sources/known': [
    [200, ({ viewer }) => ({ by: viewer, path: '/api/sources/known?address=https://moon.example/' })],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/sources/known?address=moon' })],
  ],
  'get /api/search': [
    [200, ({ viewer }) => ({ by: viewer, path: '/api/search?q=moon' })],
    [200, ({ viewer }) => ({ by: viewer, path: '/api/search?q=moon&kind=claim&limit=1&after=0' })],
    [422, ({ viewer }) => ({ by: viewer })],
  ],
  'get /api/search/counts': [
    [200, ({ viewer }) => ({ by: viewer, path: '/api/search/counts?q=moon&kind=claim&state=open&since=2026-01-31' })],
    [422, ({ viewer }) => ({ by: viewer, path: '/api/search/counts?q=moon&until=then' })],
  ],
  'get /api/claims/earlier': [
    [200, ({ viewer }) => ({ by: viewer, path: '/api/claims/earlier?text=The%20moon%20is%20made%20of%20cheese' })],
    [422, ({ viewer }) => ({ by: viewer })],
  ],
  'get /api/queue': [
    [200, ({ viewer }) => ({ by: viewer })],
    [200, ({ admin }) => ({ by: admin })],
    [422, ({ admin }) => ({ by: admin, path: '/api/queue?limit=0' })],
  ],
  'get /api/webhooks': [
    [200, ({ admin }) => ({ by: admin })],
    [403, ({ viewer }) => ({ by: viewer })],
  ],
  'post /api/webhooks': [
    [201, ({ admin }) => ({ by: admin, json: { url: 'https://chat.example/hook' } })],
    [422, ({ admin }) => ({ by: admin, json: { url: 'mailto:una@example.org' } })],
  ],
  'get /api/webhooks/{id}/deliveries': [[404, ({ admin }) => ({ by: admin, path: '/api/webhooks/w0/deliveries' })]],
  'post /api/webhooks/{id}/deliveries': [[404, ({ admin }) => ({ by: admin, path: '/api/webhooks/w0/deliveries' })]],
  'post /api/webhooks/{id}/deliveries/{delivery}': [
    [404, ({ admin }) => ({ by: admin, path: '/api/webhooks/w0/deliveries/d0' })],
  ],
  'delete /api/webhooks/{id}': [[404, ({ admin }) => ({ by: admin, path: '/api/webhooks/w0' })]],
  'get /api/articles/{id}/export': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/export') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/export' })],
    [422, (world) => ({ by: world.admin, path: of(world, '/export?audience=moon') })],
  ],
  'get /api/articles/{id}/export/{format}': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/export/json') })],
    [404, (world) => ({ by: world.viewer, path: of(world, '/export/cuneiform') })],
    [422, (world) => ({ by: world.admin, path: of(world, '/export/csv?audience=moon') })],
  ],
  'get /api/articles/{id}/reports': [
    [200, (world) => ({ by: world.viewer, path: of(world, '/reports') })],
    [404, ({ viewer }) => ({ by: viewer, path: '/api/articles/none/reports' })],
    [422, (world) => ({ by: world.admin, path: of(world, '/reports?limit=0') })],
  ],
  'post /api/articles/{id}/reports': [
    [403, (world) => ({ by: world.viewer, path: of(world, '/reports'), json: { version: 1, change: 'first' } })],
    [409, (world) => ({ by: world.admin, path: of(world, '/reports'), json: { version: 9_999, change: 'first' } })],
    [422, (world) => ({ by: world.admin, path: of(world, '/reports'), json: { version: 1, change: 'whim' } })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/reports', json: { version: 1, change: 'first' } })],
  ],
  'get /api/articles/{id}/reports/preview': [
    [200, (world) => ({ by: world.admin, path: of(world, '/reports/preview?change=first') })],
    [422, (world) => ({ by: world.admin, path: of(world, '/reports/preview?change=typo&note=x') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/reports/preview?change=first' })],
  ],
  'get /api/articles/{id}/reports/preview/page': [
    [200, (world) => ({ by: world.admin, path: of(world, '/reports/preview/page?change=first') })],
    [401, (world) => ({ path: of(world, '/reports/preview/page?change=first') })],
    [404, ({ admin }) => ({ by: admin, path: '/api/articles/none/reports/preview/page?change=first' })],
    [422, (world) => ({ by: world.admin, path: of(world, '/reports/preview/page?change=typo&note=x') })],
  ],
  'get /reports': [[200, () => ({})]],
  'get /reports/feed.atom': [[200, () => ({})]],
  'get /reports/{slug}': [[404, () => ({ path: '/reports/none' })]],
  'get /reports/{slug}/v/{number}': [[404, () => ({ path: '/reports/none/v/1' })]],
  'get /reports/{slug}/v/{number}/copies/{capture}': [[404, () => ({ path: '/reports/none/v/1/copies/none' })]],
  'get /reports/{slug}/v/{number}/copies/{capture}/page': [
    [404, () => ({ path: '/reports/none/v/1/copies/none/page' })],
  ],
  'get /reports/{slug}/v/{number}/copies/{capture}/file': [
    [404, () => ({ path: '/reports/none/v/1/copies/none/file' })],
  ],
  'get /reports/{slug}/embed': [[404, () => ({ path: '/reports/none/embed' })]],
  'get /oembed': [
    [404, () => ({ path: '/oembed?url=https://elsewhere.example/' })],
    [501, () => ({ path: '/oembed?url=https://elsewhere.example/&format=xml' })],
  ],
  'get /healthz': [[200, () => ({})]],
  'get /readyz': [[200, () => ({})]],
  'get /metrics': [[200, () => ({})]],
  'get /api/openapi.json': [[200, () => ({})]],
};
