import { Node } from 'prosemirror-model';
import { type Article, withRecord } from '../article.ts';
import { type Origin, parseOrigin } from '../origin.ts';
import { type PageStart, parsePages } from '../pages.ts';
import { Invalid, identifier, integer, list, optional, own, type Parse, record, text } from '../parsing.ts';
import type { Removal } from '../removal.ts';
import { schema } from '../schema.ts';
import { parseSettings, type Settings } from '../settings.ts';
import { withSettings } from './configure.ts';
import { type Kind, type Part, refuse } from './kind.ts';
import { TEXT_CAPS } from './texts.ts';
import { signed } from './traces.ts';

/** The first entry of every log: the text as it came in, and what import cleaned away. */
export interface CreateArticle extends Part {
  readonly kind: 'article.create';
  readonly doc: Node;
  readonly origin: Origin;
  readonly removals: readonly Omit<Removal, 'restored'>[];
  /** Where the pages of its file begin in the text; absent where it has none. */
  readonly pages?: readonly PageStart[];
  /** What the desk had decided for its articles by then; without it, what holds where nothing was decided. */
  readonly settings?: Partial<Settings>;
}

/** Locks the text, or opens it again; everything else goes on. */
export interface LockArticle extends Part {
  readonly kind: 'article.lock' | 'article.unlock';
}

/** Notes that something cleaned away was put back, or taken out again; the text itself comes as steps in the same operation. */
export interface RestoreRemoval extends Part {
  readonly kind: 'article.restore' | 'article.unrestore';
  readonly removal: string;
}

const parseDoc: Parse<Node> = (value, where) => {
  try {
    const doc = Node.fromJSON(schema, record(value, where));
    doc.check();
    if (doc.type !== schema.topNodeType) throw new RangeError(`a doc is expected, not ${doc.type.name}`);
    if (doc.content.size > 2 * TEXT_CAPS.article) throw new RangeError(`more than ${TEXT_CAPS.article} characters`);
    return doc;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw new Invalid(where, error.message);
    throw error;
  }
};

/** Reads what was not taken into the text, with the reason. */
export const parseRemoval: Parse<Omit<Removal, 'restored'>> = (value, where) => {
  const fields = record(value, where);
  return {
    id: identifier(fields.id, `${where}.id`),
    text: text(TEXT_CAPS.article)(fields.text, `${where}.text`),
    reason: text(200)(fields.reason, `${where}.reason`),
    at: integer(0)(fields.at, `${where}.at`),
  };
};

const createArticle: Kind<CreateArticle> = {
  parse: (value, where) => {
    const fields = record(value, where);
    const pages = optional(parsePages)(own(fields, 'pages'), `${where}.pages`);
    const settings = optional(parseSettings)(own(fields, 'settings'), `${where}.settings`);
    return {
      doc: parseDoc(fields.doc, `${where}.doc`),
      origin: parseOrigin(own(fields, 'origin') ?? {}, `${where}.origin`),
      removals: list(parseRemoval, 10_000)(fields.removals ?? [], `${where}.removals`),
      ...(settings && { settings }),
      ...(pages && { pages }),
    };
  },
  apply: (article: Article, part, act) => {
    if (article.version !== 0) return refuse('exists');
    const removals = new Map(part.removals.map((each) => [each.id, each]));
    const created = { reviewer: act.reviewer, at: act.at };
    const { doc, origin, pages } = part;
    const made: Article = { ...article, doc, origin, created, removals, ...(pages && { pages }) };
    return part.settings ? withSettings(made, part.settings) : made;
  },
};

const parseNothing: Kind<LockArticle>['parse'] = () => ({});

const lockArticle: Kind<LockArticle> = {
  parse: parseNothing,
  apply: (article, _part, act) =>
    article.lock ? refuse('no-change') : { ...article, lock: { reviewer: act.reviewer, at: act.at } },
};

const unlockArticle: Kind<LockArticle> = {
  parse: parseNothing,
  apply: (article) => {
    const { lock, ...open } = article;
    return lock ? open : refuse('no-change');
  },
};

const parseRemovalId: Kind<RestoreRemoval>['parse'] = (value, where) => ({
  removal: identifier(record(value, where).removal, `${where}.removal`),
});

const restoreRemoval: Kind<RestoreRemoval> = {
  parse: parseRemovalId,
  apply: (article, part, act) => {
    const removal = article.removals.get(part.removal);
    if (!removal) return refuse('unknown');
    if (removal.restored) return refuse('no-change');
    return withRecord(article, 'removals', removal.id, {
      ...removal,
      restored: { reviewer: act.reviewer, at: act.at },
    });
  },
  invert: (_before, { removal }) => [{ kind: 'article.unrestore', removal } satisfies RestoreRemoval],
};

const unrestoreRemoval: Kind<RestoreRemoval> = {
  parse: parseRemovalId,
  apply: (article, part) => {
    const removal = article.removals.get(part.removal);
    if (!removal) return refuse('unknown');
    const { restored, ...removed } = removal;
    return restored ? withRecord(article, 'removals', removal.id, removed) : refuse('no-change');
  },
  invert: (_before, { removal }) => [{ kind: 'article.restore', removal } satisfies RestoreRemoval],
  traces: (article, part) => signed('restored', article.removals.get(part.removal)?.restored),
};

/** What can happen to an article as a whole. */
export const articleKinds = {
  'article.create': createArticle,
  'article.lock': lockArticle,
  'article.unlock': unlockArticle,
  'article.restore': restoreRemoval,
  'article.unrestore': unrestoreRemoval,
} as const;
