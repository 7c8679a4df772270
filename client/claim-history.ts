import { type Article, wordsOf } from '../shared/article.ts';
import { CLAIM_FIELDS, type ClaimFields } from '../shared/claim.ts';
import { claimFieldsOf } from '../shared/claim-types.ts';
import { claimOfLine } from '../shared/contact.ts';
import type { Entry } from '../shared/log.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { rationaleOf, rationaleWords } from '../shared/rationale.ts';
import { stepsOf } from '../shared/rebase.ts';
import { ratingOf } from '../shared/scale.ts';
import { scaleNamed } from '../shared/settings.ts';
import { collapsed } from '../shared/text.ts';
import { type Named, namedAs } from './given-back.ts';
import type { Replaying } from './replaying.ts';
import { ratingWords } from './scale-words.ts';
import { worded } from './strings/worded.ts';

/** Who writes on within so many milliseconds goes on with one event. */
const PAUSE = 60_000;

/** Something of a claim that is another after an entry than before it. */
export interface Difference {
  /** A field of the claim; `words` for the words it stands on, `rationale` for those that all write on why. */
  readonly what: keyof ClaimFields | 'words' | 'rationale';
  readonly before: string;
  readonly after: string;
}

/** What one entry did to a claim. */
export interface ClaimEvent {
  readonly version: number;
  readonly reviewer: string;
  readonly at: string;
  /** What was done to it; `text` where its words were changed. */
  readonly kinds: readonly Named[];
  readonly differences: readonly Difference[];
  /** Why, in the words of who did it: the rationale of a verdict, the note on a piece of evidence. */
  readonly why: string;
}

/** The claim that a part is about, where the article it is done to tells. */
const claimOf = (article: Article, part: AnyPart): string | undefined => {
  if ('claim' in part && typeof part.claim === 'string') return part.claim;
  if (part.kind === 'text') return part.target === 'body' ? undefined : part.target.rationale;
  if ('evidence' in part) return article.evidence.get(part.evidence)?.claim;
  if ('line' in part) return claimOfLine(article.contacts.get(part.contact), part.line);
  if ('question' in part) return claimOfLine(article.contacts.get(part.contact), part.question);
  return 'verdict' in part ? article.verdicts.get(part.verdict)?.claim : undefined;
};

const whyOf = (article: Article, part: AnyPart): string => {
  if (part.kind === 'verdict.give') {
    const scale = scaleNamed(article, part.scale);
    const rating = scale && ratingOf(scale, part.rating);
    return [rating && ratingWords(part.scale, rating.label), part.rationale].filter(Boolean).join(': ');
  }
  const { fields = {} } = part as { readonly fields?: Readonly<Record<string, unknown>> };
  return (
    ['note', 'passage', 'words', 'question']
      .map((name) => fields[name])
      .find((each): each is string => typeof each === 'string' && each !== '') ?? ''
  );
};

const differencesOf = (before: Article, after: Article, claim: string): readonly Difference[] => {
  const [old, now] = [before.claims.get(claim), after.claims.get(claim)];
  const words = { what: 'words' as const, before: wordsOf(before, claim), after: wordsOf(after, claim) };
  const [unwritten, written] = [before, after].map(({ rationales }) => rationaleWords(rationaleOf(rationales, claim)));
  const why = { what: 'rationale' as const, before: unwritten ?? '', after: written ?? '' };
  const moved = [
    ...(old && collapsed(words.before) !== collapsed(words.after) ? [words] : []),
    ...(collapsed(why.before) !== collapsed(why.after) ? [why] : []),
  ];
  if (old === now || !now) return moved;
  const fields = worded('claim', claimFieldsOf(after));
  const changed = (Object.keys(CLAIM_FIELDS) as (keyof ClaimFields)[]).flatMap((what): readonly Difference[] => {
    const show = fields[what].show as (value: unknown) => string;
    const [one, other] = [old ? show(old[what]) : '', show(now[what])];
    return one === other ? [] : [{ what, before: one, after: other }];
  });
  return [...moved, ...changed];
};

/** What happened to a claim, the newest first: all that was done to it, and every change of its words. */
export const claimHistory = async (
  log: Replaying,
  claim: string,
  cancelled: AbortSignal,
): Promise<readonly ClaimEvent[]> => {
  const events: ClaimEvent[] = [];
  const marks = (part: AnyPart): boolean => part.kind === 'claim.mark' && part.claim === claim;
  const marked = log.entries.find(({ parts }) => parts.some(marks));
  if (!marked) return [];
  await log.walk(
    marked.version - 1,
    (before, after, entry) => {
      for (const event of eventOf(before, after, entry, claim)) {
        const last = events.at(-1);
        const written = last && writtenOn(last, event);
        if (written) events.splice(-1, 1, written);
        else events.push(event);
      }
    },
    cancelled,
  );
  return events.reverse();
};

/** Two as one where one reviewer wrote on at the rationale, without a pause. */
const writtenOn = (first: ClaimEvent, second: ClaimEvent): ClaimEvent | undefined => {
  const isWriting = ({ kinds }: ClaimEvent): boolean => kinds.length === 1 && kinds[0] === 'rationale';
  if (!isWriting(first) || !isWriting(second) || first.reviewer !== second.reviewer) return undefined;
  if (Date.parse(second.at) - Date.parse(first.at) > PAUSE) return undefined;
  const before = first.differences.at(0)?.before ?? second.differences.at(0)?.before ?? '';
  const after = second.differences.at(0)?.after ?? first.differences.at(0)?.after ?? '';
  return { ...second, differences: [{ what: 'rationale', before, after }] };
};

const eventOf = (before: Article, after: Article, entry: Entry, claim: string): readonly ClaimEvent[] => {
  if (!after.claims.has(claim)) return [];
  const about = entry.parts.filter((part) => claimOf(after, part) === claim);
  const differences = differencesOf(before, after, claim);
  const typed = differences.some(({ what }) => what === 'words') && stepsOf(entry.parts, 'body').length > 0;
  if (about.length === 0 && differences.length === 0) return [];
  const kinds = new Set([...about.map(namedAs), ...(typed ? (['text'] as const) : [])]);
  const { version, reviewer, at } = entry;
  return [
    {
      version,
      reviewer,
      at,
      kinds: [...kinds],
      differences,
      why: about.map((part) => whyOf(after, part)).find((why) => why !== '') ?? '',
    },
  ];
};
