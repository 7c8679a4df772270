import assert from 'node:assert/strict';
import {
  ANSWER_FIELDS,
  ATTEMPT_FIELDS,
  type CONSENTS,
  CONTACT_FIELDS,
  QUESTION_FIELDS,
} from '../../../shared/contact.ts';
import { FORMATS } from '../../../shared/export/index.ts';
import type { Fields } from '../../../shared/fields.ts';
import { canariesIn, canary, filledWithCanaries } from '../../support/canaries.ts';
import { type Member, type RunningServer, startServer } from './a-server.ts';

const WAYS = { public: 'public', desk: 'desk', named: ['somebody'] } as const;

type Consent = keyof typeof CONSENTS | '';
type Way = keyof typeof WAYS;

/** Every consent with every way to show a contact. */
const CASES = (['public', 'background', 'secret', ''] as const).flatMap((consent) =>
  (Object.keys(WAYS) as Way[]).map((way) => ({ consent, way, name: `K${consent || 'unasked'}${way}` })),
);

/** The fields of which readers may ever hear, by what was agreed to and how it is shown; of the rest nothing. */
const mayBeTold = (consent: Consent, way: Way): readonly string[] => {
  if (way === 'named' || consent === 'secret' || consent === '') return [];
  if (consent === 'background') return ['describedas', 'words'];
  return ['person', 'role', 'words', ...(way === 'public' ? ['question'] : [])];
};

/** The fields that a reader has to hear of, else nothing is tested: the printed reply. */
const isTold = (consent: Consent, way: Way): readonly string[] =>
  mayBeTold(consent, way).filter((f) => f !== 'question');

const filled = (name: string, fields: Fields) => filledWithCanaries(name, fields);

describe('what readers are told of who was asked: only what both their consent and who sees them allow (T11)', () => {
  let server: RunningServer;
  let lead: Member;
  let viewer: Member;
  let article: string;
  let version = 0;

  const done = async (...parts: readonly object[]): Promise<void> => {
    const json = { opId: `o${version}`, base: version, parts };
    const answer = await server.ask('POST', `/api/articles/${article}/operations`, { by: lead, json });
    assert.deepEqual(answer.json.dropped, [], answer.text);
    version = answer.json.version;
  };

  const read = async (path: string, by?: Member, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
    const { status, text } = await server.ask('GET', path, { ...(by && { by }), headers });
    assert.equal(status, 200, `${path}: ${text.slice(0, 300)}`);
    return text;
  };

  before(async () => {
    server = await startServer({ publicUrl: 'https://touchstone.example' });
    [lead, viewer] = [await server.add('lead', 'Una'), await server.add('viewer', 'Vic')];
    const text = 'The moon\n\nIt is made of cheese.';
    article = (await server.ask('POST', '/api/articles', { by: lead, json: { text } })).json.id;
    version = 1;
    await done({ kind: 'claim.mark', claim: 'c', quote: { exact: 'It is made of cheese.' }, fields: {} });
    for (const { consent, way, name } of CASES)
      await done(
        {
          ...{ kind: 'contact.add', contact: name },
          fields: { ...filled(name, CONTACT_FIELDS), consent, visibility: WAYS[way] },
        },
        { kind: 'contact.revise', contact: name, fields: { note: canary(name, 'noterevised') } },
        { kind: 'contact.ask', contact: name, question: 'q', claim: 'c', fields: filled(name, QUESTION_FIELDS) },
        { kind: 'contact.attempt', contact: name, attempt: 'a', fields: filled(`${name}try`, ATTEMPT_FIELDS) },
        {
          ...{ kind: 'contact.answer', contact: name, question: 'q', answer: 'r' },
          fields: { ...filled(name, ANSWER_FIELDS), answer: 'confirms' },
        },
      );
    await done({
      ...{ kind: 'verdict.give', verdict: 'v', claim: 'c' },
      scale: 'truth@1',
      rating: 'true',
      rationale: 'So.',
    });
    const json = { version, change: 'first' };
    assert.equal((await server.ask('POST', `/api/articles/${article}/reports`, { by: lead, json })).status, 201);
  });
  after(() => server.close());

  /** Every text that goes to readers, by where it stands. */
  const everything = async (): Promise<ReadonlyMap<string, string>> => {
    const exports = Object.keys(FORMATS).map((format) => `/api/articles/${article}/export/${format}?audience=public`);
    const { json } = await server.ask('GET', `/api/articles/${article}`, { by: lead });
    const slug = (await read(`/reports/feed.atom`)).match(/\/reports\/([a-z0-9-]+)(?=["<])/g)?.[0] ?? assert.fail();
    assert.ok(json.version > 0);
    const reports = [slug, `${slug}/v/1`, `${slug}/embed`, '/reports', '/reports/feed.atom'];
    const all = [...exports.map((path) => [path, lead] as const), ...reports.map((path) => [path, undefined] as const)];
    return new Map(await Promise.all(all.map(async ([path, by]) => [path, await read(path, by)] as const)));
  };

  const known = (name: string): readonly string[] =>
    canariesIn(
      JSON.stringify([
        ...[CONTACT_FIELDS, QUESTION_FIELDS, ANSWER_FIELDS].map((fields) => filled(name, fields)),
        filled(`${name}try`, ATTEMPT_FIELDS),
        canary(name, 'noterevised'),
      ]),
    );

  for (const { consent, way, name } of CASES)
    it(`consent ${consent || 'not asked'}, shown to ${way}`, async () => {
      const may = mayBeTold(consent, way).map((field) => canary(name, field));
      const secrets = known(name).filter((word) => !may.includes(word));
      assert.ok(secrets.length >= 3, `${secrets}`);
      const texts = await everything();
      for (const [path, text] of texts)
        assert.deepEqual(
          secrets.filter((word) => canariesIn(text).includes(word)),
          [],
          path,
        );
      const report = [...texts].find(([path]) => path.endsWith('/v/1'))?.[1] ?? '';
      for (const field of isTold(consent, way)) assert.ok(report.includes(canary(name, field)), `${field} is printed`);
    });

  it('at the standing addresses of annotations a viewer is told no more than is printed', async () => {
    const accept = { accept: 'application/ld+json' };
    const text = await read(`/articles/${article}/annotations/pages/all`, viewer, accept);
    const may = CASES.flatMap(({ consent, way, name }) => isTold(consent, way).map((field) => canary(name, field)));
    assert.deepEqual([...canariesIn(text)].sort(), [...may].sort());
  });

  it('the workbook for everyone has the one contact who agreed to it and is shown to everyone', async () => {
    const text = await read(`/api/articles/${article}/export/xlsx?audience=public`, lead);
    assert.ok(text.includes(canary('Kpublicpublic', 'question')));
    const { entries } = JSON.parse(await read(`/api/articles/${article}/export/json?audience=public`, lead));
    const parts: readonly Readonly<Record<string, string>>[] = entries.flatMap(
      (each: { readonly parts: readonly object[] }) => each.parts,
    );
    const kinds = parts.filter(({ contact }) => contact).map(({ kind, contact }) => `${kind} ${contact}`);
    assert.deepEqual(
      kinds,
      ['add', 'ask', 'answer'].map((kind) => `contact.${kind} Kpublicpublic`),
    );
  });
});
