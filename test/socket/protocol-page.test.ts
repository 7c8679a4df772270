import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOCKET_LIMITS } from '../../server/sockets.ts';
import type { ArticleJson } from '../../shared/article.ts';
import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { FORMULA_LIMIT, INPUTS_LIMIT } from '../../shared/calculation.ts';
import { CLAIM_FIELDS } from '../../shared/claim.ts';
import { ANSWER_FIELDS, ATTEMPT_FIELDS, CONTACT_FIELDS, QUESTION_FIELDS } from '../../shared/contact.ts';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import { FAULTS } from '../../shared/faults.ts';
import type { Fields } from '../../shared/fields.ts';
import { OPERATION_CAPS } from '../../shared/operation.ts';
import { REFUSALS } from '../../shared/operations/kind.ts';
import { WHY_LIMIT } from '../../shared/operations/received.ts';
import { NOTE_LIMIT } from '../../shared/operations/report.ts';
import { TEXT_CAPS } from '../../shared/operations/texts.ts';
import { FIELD_LIMIT } from '../../shared/parsing.ts';
import { LIMITS, PERMISSION } from '../../shared/permission.ts';
import {
  type Acknowledged,
  type Compare,
  type Compared,
  type Entries,
  type Fault,
  FETCH_LIMIT,
  type Fetch,
  type Fetched,
  type Join,
  type Joined,
  type LagNotice,
  NOTICES,
  type PeopleNotice,
  PROTOCOL,
  type Presence,
  type PresenceNotice,
  type Profile,
  REQUESTS,
  type SightNotice,
  type SourcesNotice,
  type StoringNotice,
  type Submission,
} from '../../shared/protocol.ts';
import { QUOTE_LIMIT } from '../../shared/quote.ts';
import { ROLES } from '../../shared/roles.ts';
import { allSettings, SETTINGS } from '../../shared/settings.ts';
import { SOURCE_FIELDS } from '../../shared/source.ts';
import { MESSAGE_LIMIT } from '../../shared/thread.ts';
import { TROUBLES } from '../../shared/trouble.ts';
import { MOVES } from '../../shared/work.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/protocol.md'), 'utf8');

/** The rows of the table that begins with a cell, without its head: each a list of cells. */
const table = (head: string): readonly (readonly string[])[] => {
  const [, after] = page.split(`\n| ${head} |`);
  assert.ok(after !== undefined, `no table begins with "${head}"`);
  const lines = after.split('\n').slice(2);
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};

/** What stands in a row of its own: the words in backticks of its first cell. */
const namedFirst = (head: string): readonly string[] => table(head).flatMap(([first = '']) => coded(first));

const coded = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

const rowOf = (head: string, name: string): readonly string[] => {
  const row = table(head).find(([first = '']) => coded(first).includes(name) || first === name);
  assert.ok(row, `the table of ${head} has no ${name}`);
  return row;
};

/** The names of all members of a type: the compiler has it complete. */
const members = <T>(all: Readonly<Record<keyof T, true>>): readonly string[] => Object.keys(all);

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

describe('docs/protocol.md, beside the program', () => {
  it('is of the version that the server speaks', () => {
    assert.match(page, new RegExp(`^# The protocol, version ${PROTOCOL}\n`));
    assert.ok(page.includes(`"protocol": ${PROTOCOL} }`));
  });

  for (const [head, names] of [
    ['request', REQUESTS],
    ['notice', NOTICES],
    ['fault', Object.keys(FAULTS)],
    ['reason', Object.keys(REFUSALS)],
    ['setting', Object.keys(SETTINGS)],
    ['move', Object.keys(MOVES)],
  ] as const)
    it(`has one row for every ${head}, and none for what is not there`, () =>
      assert.deepEqual(sorted(namedFirst(head)), sorted(names)));

  const SENT = {
    join: members<Join>({ article: true, version: true, sight: true }),
    operation: members<Submission>({ article: true, operation: true }),
    fetch: members<Fetch>({ article: true, after: true, limit: true }),
    presence: ['article', ...members<Omit<Presence, 'session' | 'reviewer'>>({ version: true, at: true, claim: true })],
    compare: members<Compare>({ article: true, version: true, hash: true }),
    leave: ['article'],
  } as const satisfies Readonly<Record<(typeof REQUESTS)[number], readonly string[]>>;
  const ANSWERED = {
    join: members<Joined>({
      ...{ reviewer: true, version: true, article: true, entries: true, people: true, present: true },
    }),
    operation: members<Acknowledged>({ version: true, dropped: true }),
    fetch: members<Fetched>({ article: true, entries: true, version: true, sight: true }),
    presence: ['{}'],
    compare: members<Compared>({ version: true, same: true }),
    leave: ['{}'],
  } as const satisfies Readonly<Record<(typeof REQUESTS)[number], readonly string[]>>;
  for (const name of REQUESTS)
    it(`says what goes with ${name}, and what it is answered`, () => {
      const [, sent = '', answered = ''] = rowOf('request', name);
      assert.deepEqual(sorted(coded(sent)), sorted(SENT[name]));
      assert.deepEqual(sorted(coded(answered)), sorted(ANSWERED[name]));
    });

  const TOLD = {
    entries: members<Entries>({ article: true, entries: true }),
    presence: members<PresenceNotice>({ article: true, present: true }),
    people: members<PeopleNotice>({ article: true, people: true }),
    lag: members<LagNotice>({ article: true, version: true }),
    sight: members<SightNotice>({ article: true }),
    sources: members<SourcesNotice>({
      ...{ article: true, sources: true, captures: true, looks: true, underWay: true, own: true },
    }),
    news: [],
    storing: members<StoringNotice>({ trouble: true, message: true }),
    fault: members<Fault>({ fault: true, message: true, article: true }),
  } as const satisfies Readonly<Record<(typeof NOTICES)[number], readonly string[]>>;
  for (const name of NOTICES)
    it(`names all that the notice ${name} has`, () => {
      const named = coded(rowOf('notice', name)[1] ?? '');
      assert.deepEqual(
        TOLD[name].filter((each) => !named.includes(each)),
        [],
      );
    });

  it('names all that is known of a page and of a person, and every trouble', () => {
    const said = (beginning: string): readonly string[] => {
      const line = page.split('\n').find((each) => each.startsWith(beginning));
      assert.ok(line, `no line begins with "${beginning}"`);
      return coded(line);
    };
    const presence = { session: true, reviewer: true, version: true, at: true, claim: true } as const;
    assert.deepEqual(
      members<Presence>(presence).filter((each) => !said('A page that is `present` has').includes(each)),
      [],
    );
    const profile = { name: true, role: true, colour: true } as const;
    assert.deepEqual(
      members<Profile>(profile).filter((each) => !said('A profile has').includes(each)),
      [],
    );
    const troubles = coded(rowOf('notice', 'storing')[1] ?? '');
    assert.deepEqual(
      Object.keys(TROUBLES).filter((each) => !troubles.includes(each)),
      [],
    );
  });

  it('names every member of an article as it is sent', () => {
    const [, after = ''] = page.split('The answer has the whole article:');
    const named = coded(after.split('\n\n## ')[0] ?? '');
    const all = members<ArticleJson>({
      ...{ version: true, hash: true, doc: true, origin: true, created: true, lock: true, settings: true },
      ...{ configured: true, scales: true, removals: true, received: true, claims: true, asides: true, anchors: true },
      ...{ sources: true, evidence: true, contacts: true, verdicts: true, threads: true, corrections: true },
      ...{ rationales: true, decisions: true, work: true, published: true, pages: true, declined: true },
      ...{ publishedAt: true, sight: true },
    });
    assert.deepEqual(
      all.filter((each) => !named.includes(each)),
      [],
    );
  });

  const RECORDS: Readonly<Record<string, Fields>> = {
    claim: CLAIM_FIELDS,
    source: SOURCE_FIELDS,
    evidence: EVIDENCE_FIELDS,
    contact: CONTACT_FIELDS,
    question: QUESTION_FIELDS,
    answer: ANSWER_FIELDS,
    attempt: ATTEMPT_FIELDS,
  };
  for (const [name, fields] of Object.entries(RECORDS))
    it(`names every field of a ${name} and no other, and every value of each`, () => {
      const [, cell = ''] = rowOf('record', name);
      assert.deepEqual(
        sorted(coded(cell.replaceAll(/\([^()]*(?:\([^()]*\)[^()]*)*\)/g, ''))),
        sorted(Object.keys(fields)),
      );
      for (const [key, { choices, input }] of Object.entries(fields)) {
        if (!choices || input === 'visibility') continue;
        const [, values] = new RegExp(`\`${key}\` \\(([^)]*)\\)`).exec(cell) ?? [];
        if (values?.includes('as `')) continue;
        const named = coded((values ?? '').split(';')[0] ?? '');
        assert.deepEqual(sorted(named), sorted(Object.keys(choices)), `${name}.${key}`);
      }
    });

  it('names every field of a claimant', () => {
    const [, values = ''] = /`attribution` \(list of ([^)]*)\)/.exec(page) ?? [];
    assert.deepEqual(sorted(coded(values)), sorted(Object.keys(CLAIMANT_FIELDS)));
  });

  it('says what holds where a setting was not decided, and names every value', () => {
    const usual = allSettings();
    for (const [key, { choices }] of Object.entries<Fields[string]>(SETTINGS)) {
      const [, said = '', otherwise = ''] = rowOf('setting', key);
      const value = usual[key as keyof typeof usual];
      if (typeof value !== 'object') assert.equal(otherwise.replaceAll('`', ''), String(value), key);
      const named = [...coded(said), ...(said.match(/\d+/g) ?? [])];
      assert.deepEqual(
        Object.keys(choices ?? {}).filter((each) => !named.includes(each)),
        [],
        key,
      );
    }
    const { below, near, above } = usual.hedges;
    assert.equal(rowOf('setting', 'hedges')[2], [below, near, above].join(', '));
    assert.equal(rowOf('setting', 'scale')[2], 'the scale `truth@1`');
  });

  it('has every move of the work as it is made', () => {
    for (const [name, { from, to, who }] of Object.entries(MOVES)) {
      const [, begins = '', ends = '', role = ''] = rowOf('move', name);
      assert.deepEqual([coded(begins), coded(ends), role], [from, [to], who], name);
    }
  });

  it('says of every kind from which role on it may be done', () => {
    const rows = table('kinds');
    const roleOf = (kind: string): string | undefined => {
      const [family = '', deed = ''] = kind.split('.');
      const fits = (first: string): boolean => {
        const names = coded(first.replace(/ on .*/, ''));
        const whole = names.map((each) => (each.startsWith('.') ? `${names[0]?.split('.')[0]}${each}` : each));
        return whole.includes(kind);
      };
      const exact = rows.find(([first = '']) => deed !== '' && fits(first));
      const other = rows.find(([first = '']) => coded(first).includes(`${family}.*`));
      return (exact ?? other)?.[1];
    };
    for (const [kind, { from }] of Object.entries(PERMISSION)) {
      if (kind === 'text' || kind.startsWith('work.')) continue;
      assert.equal(roleOf(kind), from, kind);
    }
    assert.deepEqual(
      rows.filter(([first]) => first?.startsWith('`text` on')).map(([, who]) => who),
      ['editor', 'annotator'],
    );
    assert.ok(Object.keys(LIMITS).length > 0 && Object.keys(ROLES).every((role) => page.includes(`\`${role}\``)));
  });

  const number = (value: number): string => value.toLocaleString('en');
  const { operations, requests, patience, recheck, bufferLimit } = SOCKET_LIMITS;
  const SENTENCES: readonly string[] = [
    `A message above ${number(2 * OPERATION_CAPS.bytes)} bytes ends the connection`,
    `order, at most ${number(OPERATION_CAPS.parts)};`,
    `An operation has at most ${number(OPERATION_CAPS.bytes)} bytes`,
    `\`limit\`? (1 to ${FETCH_LIMIT})`,
    `the entries since, at most ${FETCH_LIMIT}`,
    `${operations.perSecond} operations a second, ${operations.burst} at once, and ${requests.perSecond} other requests, ${requests.burst} at once`,
    `more than ${number(patience.burst)} messages were not taken, and then more than ${patience.perSecond} a second`,
    `more than ${number(bufferLimit)} bytes`,
    `At most ${TEXT_CAPS.steps} steps in a part, ${number(TEXT_CAPS.nodes)} nodes in a step, ${TEXT_CAPS.depth} levels`,
    `dropped with \`too-large\` above ${number(2 * TEXT_CAPS.article)} positions`,
    `above ${number(FIELD_LIMIT)} positions`,
    `at most ${number(MESSAGE_LIMIT)} characters`,
    `\`exact\` has at most ${number(QUOTE_LIMIT)} characters`,
    `\`why\`, at most ${WHY_LIMIT} characters`,
    `\`note\`, at most ${number(NOTE_LIMIT)} characters`,
    `at most ${FORMULA_LIMIT} characters and ${INPUTS_LIMIT} inputs`,
  ];
  for (const sentence of SENTENCES)
    it(`says: ${sentence}`, () => assert.ok(page.replaceAll(/\s+/g, ' ').includes(sentence)));

  it('says within what time a revoked token ends a connection', () => {
    assert.match(page, /A revoked one ends the connection within two seconds/);
    assert.ok(recheck < 2_000);
  });
});
