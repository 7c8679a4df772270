import { type Article, withRecord } from '../article.ts';
import { type Origin, parseOrigin } from '../origin.ts';
import { type PageStart, parsePages } from '../pages.ts';
import { identifier, list, optional, own, record, text } from '../parsing.ts';
import { type Received, receivedOf } from '../received.ts';
import type { Removal } from '../removal.ts';
import { parseRemoval } from './article.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { mayWrite } from './texts.ts';
import { signed } from './traces.ts';

/** The longest reason for taking a version over, in UTF-16 units. */
export const WHY_LIMIT = 500;

/**
 * Says that the text is a later version of the article from here on: where that came from, and what was cleaned out of it. The change itself
 * is the `text` parts before it in the same operation, which were made for one text: over any other it has no effect.
 */
export interface ReceiveArticle extends Part {
  readonly kind: 'article.receive';
  readonly received: string;
  readonly origin: Origin;
  readonly fetchedAt?: string;
  readonly why: string;
  readonly removals: readonly Omit<Removal, 'restored'>[];
  /** Where the pages of its file begin in the text; absent where it has none. */
  readonly pages?: readonly PageStart[];
  /** Whether the text was another by then; never sent or stored. */
  readonly isOver?: true;
}

/** Says that a later version was taken back, and that the one before it stands; so does the text that comes beside it. */
export interface UnreceiveArticle extends Part {
  readonly kind: 'article.unreceive';
  readonly received: string;
}

const cleaned = (article: Article, { received, removals }: ReceiveArticle): Article['removals'] =>
  new Map<string, Removal>([...article.removals, ...removals.map((each) => [each.id, { ...each, received }] as const)]);

const receiveArticle: Kind<ReceiveArticle> = {
  isServers: true,
  parse: (value, where) => {
    const fields = record(value, where);
    const pages = optional(parsePages)(own(fields, 'pages'), `${where}.pages`);
    const fetchedAt = optional(text(40))(own(fields, 'fetchedAt'), `${where}.fetchedAt`);
    return {
      received: identifier(fields.received, `${where}.received`),
      origin: parseOrigin(own(fields, 'origin') ?? {}, `${where}.origin`),
      why: text(WHY_LIMIT)(own(fields, 'why') ?? '', `${where}.why`),
      removals: list(parseRemoval, 10_000)(fields.removals ?? [], `${where}.removals`),
      ...(fetchedAt !== undefined && { fetchedAt }),
      ...(pages && { pages }),
    };
  },
  may: (article, _part, reviewer) => mayWrite(article, 'body', reviewer),
  map: (part) => ({ ...part, isOver: true }),
  apply: (article, part, act) => {
    const known = article.received.get(part.received);
    if (part.isOver) return refuse('changed-since');
    if (known && !known.undone) return refuse('exists');
    const { received: id, origin, why, fetchedAt } = part;
    const received: Received = {
      ...{ id, origin, before: article.origin, why, reviewer: act.reviewer, at: act.at, version: article.version + 1 },
      ...(fetchedAt !== undefined && { fetchedAt }),
    };
    const { pages: _, ...others } = article;
    const paged = part.pages ? { ...article, pages: part.pages } : others;
    return withRecord({ ...paged, origin, removals: cleaned(article, part) }, 'received', id, received);
  },
  invert: (_before, { received }) => [{ kind: 'article.unreceive', received } satisfies UnreceiveArticle],
};

const unreceiveArticle: Kind<UnreceiveArticle> = {
  isServers: true,
  parse: (value, where) => ({ received: identifier(record(value, where).received, `${where}.received`) }),
  may: (article, _part, reviewer) => mayWrite(article, 'body', reviewer),
  apply: (article, part, act) => {
    const received = article.received.get(part.received);
    if (!received) return refuse('unknown');
    if (received.undone) return refuse('no-change');
    if (receivedOf(article).at(-1) !== received) return refuse('newer');
    // What was cleaned out of it goes with it; what of that was put into the text since stays in sight.
    const left = [...article.removals].filter(([, each]) => each.received !== received.id || each.restored);
    const { reviewer, at } = act;
    const undone = { ...received, undone: { reviewer, at, version: article.version + 1 } };
    // Which page is where in the text that comes back is not known any more; what was marked before knows its own.
    const { pages: _, ...others } = article;
    return withRecord({ ...others, origin: received.before, removals: new Map(left) }, 'received', received.id, undone);
  },
  invert: (before, part) => {
    const {
      id: received,
      origin,
      why,
      fetchedAt,
    } = before.received.get(part.received) ?? { id: part.received, origin: before.origin, why: '' };
    const removals = [...before.removals.values()].filter((each) => each.received === received && !each.restored);
    return [
      {
        kind: 'article.receive',
        received,
        origin,
        why,
        removals,
        ...(fetchedAt !== undefined && { fetchedAt }),
      } satisfies ReceiveArticle,
    ];
  },
  traces: (article, part) => signed('received', article.received.get(part.received)),
};

/** What can happen to an article when a later version of it comes. */
export const receivedKinds = {
  'article.receive': receiveArticle,
  'article.unreceive': unreceiveArticle,
} as const;
