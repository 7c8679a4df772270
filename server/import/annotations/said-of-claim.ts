import type { Article } from '../../../shared/article.ts';
import { CLAIM_FIELDS, type ClaimFields } from '../../../shared/claim.ts';
import { offersType } from '../../../shared/claim-types.ts';
import { EVIDENCE_FIELDS, type EvidenceFields } from '../../../shared/evidence.ts';
import { Invalid, isSafeAddress } from '../../../shared/parsing.ts';
import { isOfKey } from './checks.ts';
import type { Given, Said } from './given.ts';

/** A source as an annotation cites it, with what it does for a claim. */
export interface Cited {
  readonly title: string;
  readonly url: string;
  readonly fields: Partial<EvidenceFields>;
}

/** What an annotation says, sorted by what it becomes. */
export interface Sorted {
  readonly fields: Partial<ClaimFields>;
  readonly tags: readonly string[];
  /** Fields that name another claim, by the id of its annotation. */
  readonly ties: readonly { readonly field: 'parent' | 'sameAs'; readonly to: string }[];
  readonly cited: readonly Cited[];
  /** What is left, as a message. */
  readonly text: string;
}

const TAG = { length: 40, most: 20 } as const;

/** What a body holds besides its words: of who said it, a list as JSON. */
const heldIn = ({ body, text }: Said): unknown => {
  const value = body['touchstone:value'] ?? text;
  if (typeof value !== 'string' || !value.startsWith('[')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const parsed = (key: keyof typeof CLAIM_FIELDS, value: unknown): Partial<ClaimFields> | undefined => {
  try {
    return { [key]: CLAIM_FIELDS[key].parse(value, key) } as Partial<ClaimFields>;
  } catch (error) {
    if (error instanceof Invalid) return undefined;
    throw error;
  }
};

const isTie = (field: string): field is 'parent' | 'sameAs' => field === 'parent' || field === 'sameAs';

const isTag = ({ purpose, text }: Said): boolean =>
  purpose === 'tagging' && text.trim() !== '' && text.length <= TAG.length && !text.includes('\n');

const inWords = ({ purpose, text, link, passage, body }: Said): string => {
  if (link !== '') return [passage && `“${passage}”`, link].filter(Boolean).join(' ');
  const field = body['touchstone:field'];
  const label = isOfKey(CLAIM_FIELDS, field) ? `${CLAIM_FIELDS[field].label}: ` : '';
  return purpose === 'tagging' ? `#${text}` : `${label}${text}`;
};

/** The evidence that a linking annotation gives: what it links to, and what it says of that. */
const citedIn = (says: readonly Said[]): { readonly cited: readonly Cited[]; readonly left: readonly Said[] } => {
  const links = says.filter(({ link }) => isSafeAddress(link));
  const words = (purpose: string): Said | undefined =>
    says.find((each) => each.purpose === purpose && each.text.trim() !== '');
  const [title, note] = [words('identifying'), words('commenting')];
  const described = says.find(
    ({ purpose, text, body }) => purpose === 'describing' && text !== '' && !body['touchstone:field'],
  );
  const stanceBody = says.find(({ body }) => isOfKey(EVIDENCE_FIELDS.stance.choices, body['touchstone:stance']));
  const stance = (stanceBody?.body['touchstone:stance'] ?? 'context') as EvidenceFields['stance'];
  const line = (title?.text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 500).toWellFormed();
  if (links.length === 0 && line === '') return { cited: [], left: says };
  const notes = (note?.text ?? '').slice(0, 5_000).toWellFormed();
  const cited = (url: string, passage: string, index: number): Cited => ({
    title: index === 0 ? line : '',
    url: url.slice(0, 4_000),
    fields: { stance, passage: passage.slice(0, 10_000).toWellFormed(), ...(index === 0 && { note: notes }) },
  });
  const used: readonly (Said | undefined)[] = [
    ...links,
    title,
    note,
    stanceBody,
    ...(links.length === 0 ? [described] : []),
  ];
  return {
    cited:
      links.length === 0
        ? [cited('', described?.text ?? '', 0)]
        : links.map(({ link, passage }, index) => cited(link, passage, index)),
    left: says.filter((each) => !used.includes(each)),
  };
};

/** Sorts what an annotation says of a claim into its fields, its tags, its evidence, and words. */
export const sorted = (article: Article, { says, motivation }: Given): Sorted => {
  const fields: Partial<ClaimFields>[] = [];
  const ties: Sorted['ties'][number][] = [];
  const left: Said[] = [];
  for (const each of says) {
    const field = each.body['touchstone:field'];
    if (!isOfKey(CLAIM_FIELDS, field) || field === 'tags') left.push(each);
    else if (isTie(field)) ties.push({ field, to: each.link });
    // Who it is assigned to is somebody of the desk that it is from.
    else if (field !== 'assignee') {
      const value = parsed(
        field,
        CLAIM_FIELDS[field].input === 'attribution' ? heldIn(each) : (each.body['touchstone:value'] ?? each.text),
      );
      const isOffered = field !== 'kind' || (value && offersType(article, value.kind ?? ''));
      if (value && isOffered) fields.push(value);
      else left.push(each);
    }
  }
  const tags = left.filter(isTag).slice(0, TAG.most);
  const untagged = left.filter((each) => !tags.includes(each));
  const { cited, left: words } = motivation === 'linking' ? citedIn(untagged) : { cited: [], left: untagged };
  return {
    fields: Object.assign({}, ...fields),
    tags: [...new Set(tags.map(({ text }) => text.trim()))],
    ties,
    cited,
    text: words
      .map(inWords)
      .filter((text) => text.trim() !== '')
      .join('\n\n'),
  };
};

/** All that an annotation says as one text. */
export const wholeText = ({ says }: Given): string =>
  says
    .map(inWords)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
