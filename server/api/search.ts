import { wordsOf } from '../../shared/article.ts';
import { outcomeOf } from '../../shared/outcome.ts';
import { choice, Invalid, text } from '../../shared/parsing.ts';
import { excerptOf, soughtWords } from '../../shared/search/words.ts';
import { isBlindTo } from '../../shared/sight.ts';
import { collapsed } from '../../shared/text.ts';
import { WORK } from '../../shared/work.ts';
import { profilesOf } from '../accounts/person.ts';
import { type Earlier, earlierClaims } from '../earlier.ts';
import type { FoundClaim } from '../search.ts';
import { countsOf } from '../search-counts.ts';
import { type Found, SEARCH_KINDS, type SearchFilters } from '../storage/search-store.ts';
import { viewOf } from './article-asked.ts';
import { pageOf } from './next-page.ts';
import { seesOpenOnly } from './open-only.ts';
import { numberIn, textIn } from './query.ts';
import { type Asked, ok, type Route } from './route.ts';

const PAGE = { usual: 20, most: 100 } as const;

/** Nobody looks further than so many. */
const FURTHEST = 10_000;

const KINDS = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, ''])) as Record<(typeof SEARCH_KINDS)[number], ''>;

const textOf = (body: Readonly<Record<string, unknown>>): string =>
  [body.statement, body.quote, body.title, body.publisher, body.people, body.url, body.passage, body.note, body.text]
    .flat()
    .filter((each) => typeof each === 'string' && each !== '')
    .join(' · ');

/** What was found as it is answered: where it is, and what there is in it of the words. */
const foundView = ({ kind, article, title, id, body }: Found, words: readonly string[]): object => {
  const fields = JSON.parse(body);
  const { outcome } = fields as FoundClaim;
  const claim = kind === 'claim' ? id : kind === 'evidence' ? fields.claim : undefined;
  return {
    ...{ kind, article, title, id, ...excerptOf(textOf(fields), words) },
    ...(claim !== undefined && { claim }),
    ...(outcome && { outcome }),
  };
};

/** The words that are looked for. */
const wordsIn = (query: Asked['query']): readonly string[] => {
  const given = textIn(query, 'q');
  if (given === undefined) throw new Invalid('q', 'the words that are looked for are expected');
  return soughtWords(given);
};

/** A day of the calendar, as `2026-01-31`. */
const dayIn = (query: Asked['query'], name: string): string | undefined => {
  const given = textIn(query, name);
  if (given === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given));
  if (!isDay) throw new Invalid(name, 'a day such as 2026-01-31 is expected');
  return given;
};

const filtersIn = (query: Asked['query']): SearchFilters => {
  const given = {
    kind: query.kind === undefined ? undefined : choice(KINDS)(query.kind, 'kind'),
    state: query.state === undefined ? undefined : choice(WORK)(query.state, 'state'),
    ...{ outcome: textIn(query, 'outcome'), article: textIn(query, 'article'), person: textIn(query, 'person') },
    ...{ since: dayIn(query, 'since'), until: dayIn(query, 'until') },
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
};

/** So many of what has the words are counted, those that changed last. */
const MOST_COUNTED = 2_000;

const count: Route = {
  method: 'get',
  path: '/api/search/counts',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ search, accounts }, asked) => {
    const { query } = asked;
    const words = wordsIn(query);
    const filters = filtersIn(query);
    const sought = { words, openOnly: seesOpenOnly(asked), limit: MOST_COUNTED + 1 };
    const rows = await search.marksOf(sought);
    const counted = rows.slice(0, MOST_COUNTED);
    const { kind, state, outcome, article, person } = countsOf(counted, filters);
    const titles = new Map(counted.map((row) => [row.article, row.title]));
    const names = await profilesOf(
      accounts,
      person.map(({ value }) => value),
    );
    return ok({
      ...{ kind, state, outcome, isAll: rows.length <= MOST_COUNTED },
      article: article.map((each) => ({ ...each, name: titles.get(each.value) ?? '' })),
      person: person.map((each) => ({ ...each, name: names[each.value]?.name ?? '' })),
    });
  },
};

const find: Route = {
  method: 'get',
  path: '/api/search',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ search }, asked) => {
    const { query } = asked;
    const words = wordsIn(query);
    const limit = numberIn(query, 'limit', 1, PAGE.most, PAGE.usual);
    const offset = numberIn(query, 'after', 0, FURTHEST, 0);
    const rows = await search.find({
      ...filtersIn(query),
      ...{ words, openOnly: seesOpenOnly(asked), limit: limit + 1, offset },
    });
    const next = rows.length > limit && offset + limit <= FURTHEST ? String(offset + limit) : undefined;
    const found = rows.slice(0, limit).map((row) => foundView(row, words));
    return pageOf(asked, { found, after: next ?? null }, 'after', next);
  },
};

/** So many are answered. */
const SHOWN = 5;

/** So much of a claim is compared, in UTF-16 units. */
const MOST_TEXT = 1_000;

const earlier: Route = {
  method: 'get',
  path: '/api/claims/earlier',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ search }, asked) => {
    const { query } = asked;
    const words = text(MOST_TEXT)(query.text, 'text');
    const language = textIn(query, 'language') ?? 'en';
    const [article, claim] = [textIn(query, 'article'), textIn(query, 'claim')];
    const openOnly = seesOpenOnly(asked);
    const claims = await earlierClaims(search, { text: words, language, openOnly, except: { article, claim } });
    const holding = claims.filter(({ relation, outcome }) => relation === 'same' && outcome && !outcome.stale);
    const tones = new Set(holding.map(({ outcome }) => outcome?.tone));
    return ok({ claims: claims.slice(0, SHOWN), differ: tones.size > 1 });
  },
};

/** So many claims of an article are compared with those of others at once, those marked last. */
const COMPARED = 300;

const judgedElsewhere: Route = {
  method: 'get',
  path: '/api/articles/:id/judged-elsewhere',
  needs: 'viewer',
  scope: 'read',
  answer: async ({ rooms, search }, asked) => {
    const id = asked.params.id ?? '';
    const { article } = await viewOf(rooms, asked);
    const claims: Record<string, readonly Earlier[]> = {};
    // Who is not to know what others judged would know it by this; a guest knows nothing of other articles.
    if (isBlindTo(article) || asked.speaker.reviewer.article !== undefined) return ok({ claims });
    for (const claim of [...article.claims.values()].slice(-COMPARED)) {
      const tone = claim.withdrawn ? undefined : outcomeOf(article, claim.id)?.rating.tone;
      if (tone === undefined) continue;
      const others = await earlierClaims(search, {
        text: claim.statement || wordsOf(article, claim.id) || collapsed(claim.quote.exact),
        language: article.origin.language || 'en',
        ...{ openOnly: seesOpenOnly(asked), except: { article: id, claim: claim.id } },
      });
      const against = others.filter(({ relation, outcome }) => relation === 'same' && outcome && outcome.tone !== tone);
      if (against.length > 0) claims[claim.id] = against.slice(0, SHOWN);
    }
    return ok({ claims });
  },
};

/** Looking for words in all articles, and for claims that say the like. */
export const searchRoutes: readonly Route[] = [find, count, earlier, judgedElsewhere];
