import assert from 'node:assert/strict';
import type { APIRequestContext } from 'playwright-core';
import type { AnyPart } from '../../shared/operations/index.ts';
import { OTHER_SCRIPTS, type ScriptArticle, textOf } from '../../test/support/other-scripts.ts';

/** Who asks the server, and where it is. */
interface Asker {
  readonly request: APIRequestContext;
  readonly address: string;
}

/** The articles of the desk that is photographed, by name. */
export type Articles = Readonly<Record<'sample' | 'bare' | 'bridge' | keyof typeof OTHER_SCRIPTS, string>>;

const BRIDGE = `Council opens the old bridge after two years of repairs

The council opened the old bridge on Tuesday after repairs that took two years and cost 12 million euros. The engineer who led the works said that it would stand for another hundred years.

It carried 8,000 cars a day before it was closed, according to the ministry of transport. Shopkeepers on both banks say that half of their customers have not come back yet.

The council has not published the safety report that it promised in spring.`;

const WELLS = `Every third well in the valley is dry

Of the 61 wells that the district measured in August, 20 held no water. Nobody has measured the others since 2021.`;

const asked = async (
  { request, address }: Asker,
  path: string,
  data: object = {},
): Promise<Record<string, unknown>> => {
  const answer = await request.post(`${address}/api/${path}`, { data, headers: { origin: address } });
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
};

const made = async (asker: Asker, text: string): Promise<string> =>
  String((await asked(asker, 'articles', { text })).id);

const does = async (asker: Asker, article: string, parts: readonly AnyPart[]): Promise<void> => {
  const answer = await asked(asker, `articles/${article}/operations`, { opId: `screens-${article}`, base: 1, parts });
  assert.deepEqual(answer.dropped, []);
};

const quoted = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });
const judged = (claim: string, rating: string, rationale: string): AnyPart => ({
  ...{ kind: 'verdict.give', verdict: `v-${claim}`, claim, scale: 'truth@1' },
  ...{ rating, rationale },
});

const withClaims = async (asker: Asker, article: ScriptArticle): Promise<string> => {
  const id = await made(asker, textOf(article));
  const marked = article.claims.map(
    (exact, index): AnyPart => ({ kind: 'claim.mark', claim: `c${index}`, ...quoted(exact), fields: {} }),
  );
  await does(asker, id, [...marked, judged('c0', 'true', ''), judged('c1', 'mixed', '')]);
  return id;
};

/** Fills a desk: the sample, articles in three other scripts, one with tasks for its lead and one that nobody has begun. */
export const fillDesk = async (asker: Asker, lead: string): Promise<Articles> => {
  const { arabic, hebrew, japanese } = OTHER_SCRIPTS;
  const [bare, bridge] = [await made(asker, WELLS), await made(asker, BRIDGE)];
  await does(asker, bridge, [
    {
      ...{ kind: 'claim.mark', claim: 'cost', ...quoted('cost 12 million euros') },
      fields: { statement: 'The repairs of the bridge cost 12 million euros.', assignee: lead, priority: 'high' },
    },
    {
      ...{ kind: 'claim.mark', claim: 'cars', ...quoted('It carried 8,000 cars a day before it was closed') },
      fields: { statement: 'The bridge carried 8,000 cars a day until it was closed.', assignee: lead },
    },
    judged('cars', 'mostly-true', 'The count of the ministry, on working days.'),
  ]);
  const others = {
    arabic: await withClaims(asker, arabic),
    hebrew: await withClaims(asker, hebrew),
    japanese: await withClaims(asker, japanese),
  };
  return { bare, bridge, ...others, sample: String((await asked(asker, 'sample')).id) };
};
