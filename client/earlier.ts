import type { EarlierClaim } from '../shared/api/records/search.ts';
import { EVIDENCE_FIELDS, type Evidence, type EvidenceFields } from '../shared/evidence.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import type { Source, SourceFields } from '../shared/source.ts';
import { type Answer, ask } from './api.ts';
import { type Command, doing } from './commands.ts';
import { ratingWords } from './scale-words.ts';
import { t } from './strings/index.ts';
import { dayOf } from './times.ts';

/** Claims of the desk that are like one. */
export interface EarlierClaims {
  readonly claims: readonly EarlierClaim[];
  /** Whether those that say the same came to different outcomes. */
  readonly differ: boolean;
}

/** The most that the server compares, in UTF-16 units. */
const MOST_TEXT = 1_000;

/** Asks which claims of the desk are like what a claim says. */
export const findEarlier = (
  text: string,
  language: string,
  article: string,
  claim: string,
): Promise<Answer<EarlierClaims>> => {
  const asked = { text: text.slice(0, MOST_TEXT), article, claim, ...(language && { language }) };
  return ask('GET', `/api/claims/earlier?${new URLSearchParams(asked)}`);
};

/**
 * The claims of an article that have come to something else than others that say the same, with those, by the id of the claim; none while
 * that cannot be had.
 */
export const judgedElsewhere = async (article: string): Promise<Readonly<Record<string, readonly EarlierClaim[]>>> => {
  const answer = await ask<{ readonly claims: Readonly<Record<string, readonly EarlierClaim[]>> }>(
    'GET',
    `/api/articles/${encodeURIComponent(article)}/judged-elsewhere`,
  );
  return 'value' in answer ? answer.value.claims : {};
};

/** What a claim came to, in words. */
export const ratingOf = ({ outcome }: EarlierClaim): string =>
  outcome ? ratingWords(outcome.scale ?? '', outcome.label) : t('standing.open');

/** That a claim was judged otherwise elsewhere: how, when and where. */
export const judgedWords = (against: EarlierClaim): string =>
  t('earlier.judged', {
    rating: ratingOf(against),
    day: dayOf(against.outcome?.at ?? against.markedAt),
    title: against.title || t('articles.untitled'),
  });

/** What another claim rests on, as far as everyone may see it. */
export interface Found {
  readonly source: Source;
  readonly evidence: Evidence;
}

/** The evidence of a claim in whichever article, with its sources: what only some may see stays where it is (T11). */
export const evidenceElsewhere = async (article: string, claim: string): Promise<Answer<readonly Found[]>> => {
  const answer = await ask<{ readonly sources: readonly Source[]; readonly evidence: readonly Evidence[] }>(
    'GET',
    `/api/articles/${encodeURIComponent(article)}`,
  );
  if (!('value' in answer)) return answer;
  const { sources, evidence } = answer.value;
  const found = evidence.flatMap((each) => {
    const source = sources.find(({ id }) => id === each.source);
    const isOpen = each.claim === claim && !each.withdrawn && each.visibility === 'public';
    return source && isOpen && source.visibility === 'public' && !source.retracted ? [{ source, evidence: each }] : [];
  });
  return { value: found };
};

/** What a source is, apart from its place among the sources of its article. */
const COPIED = ['title', 'url', 'kind', 'publisher', 'people', 'date', 'language', 'primary'] as const;

const sourceFields = (source: Source): Partial<SourceFields> =>
  Object.fromEntries(COPIED.map((name) => [name, source[name]]));

/** What evidence says, apart from its place in a frozen copy: that is the other article's. */
const evidenceFields = (evidence: Evidence): Partial<EvidenceFields> =>
  Object.fromEntries(
    (Object.keys(EVIDENCE_FIELDS) as (keyof EvidenceFields)[])
      .filter((name) => name !== 'pin' && name !== 'visibility' && evidence[name] !== undefined)
      .map((name) => [name, evidence[name]]),
  );

/** Attaches what another claim rests on to a claim, all at once, so that one undo takes it back; what it rests on already is left out. */
export const copyEvidence = (claim: string, found: readonly Found[]): Command =>
  doing(({ article, newId }) => {
    const ids = new Map<string, string>();
    const parts: AnyPart[] = [];
    for (const { source, evidence } of found) {
      const known = [...article.sources.values()].find(({ url }) => url !== '' && url === source.url);
      const isThere = [...article.evidence.values()].some(
        (each) =>
          each.claim === claim && !each.withdrawn && each.source === known?.id && each.passage === evidence.passage,
      );
      if (isThere) continue;
      const id = known?.id ?? ids.get(source.id) ?? newId();
      if (!known && !ids.has(source.id)) parts.push({ kind: 'source.add', source: id, fields: sourceFields(source) });
      ids.set(source.id, id);
      parts.push({
        ...{ kind: 'evidence.attach', evidence: newId(), claim, source: id, fields: evidenceFields(evidence) },
      });
    }
    return parts;
  });
