import type { Article } from '../article.ts';
import type { Capture } from '../capture.ts';
import type { Claim, ClaimFields } from '../claim.ts';
import { claimFieldsOf } from '../claim-types.ts';
import type { Digest, Entry } from '../log.ts';
import type { Original } from '../origin.ts';
import type { Announced } from '../publication.ts';
import type { PageLanguage } from './html/words/languages.ts';

/** What an export is made from: nothing is looked up, so the same edition is always written the same way. */
export interface Edition {
  readonly id: string;
  /** What `entries` replay to: all of the article, or what its readers may see of it (`sight`). */
  readonly article: Article;
  /** The whole log, oldest first, as far as they may see it. */
  readonly entries: readonly Entry[];
  /** Those whose replies are printed, as far as they agreed to it, whoever may see the log of them. */
  readonly asked: Article['contacts'];
  /** Names by reviewer. */
  readonly people: People;
  readonly desk: Desk;
  /** The article's standing address in this Touchstone, without a slash at the end. */
  readonly address: string;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** The frozen copies of the sources that are seen, oldest first. */
  readonly captures: readonly Capture[];
  /** The bytes that the article was read from, where they are handed out with it. */
  readonly original?: Original;
  readonly digest: Digest;
  /** Present where it has not all claims, but those that were asked for. */
  readonly selection?: Selected;
  /** How a page of it is to be; what is absent follows from the article. */
  readonly page?: PageWishes;
}

/** What whoever has a page written decides. */
export interface PageWishes {
  readonly language?: PageLanguage;
  /** Nobody who worked on the article is named on it. */
  readonly unnamed?: true;
  /** Present where the page is published: under which address, and all that was published before it and is now, the oldest first. */
  readonly published?: {
    readonly address: string;
    readonly all: readonly Announced[];
    /** Readers are shown the frozen copies of its sources. */
    readonly copies?: boolean;
  };
}

/** What is told of the people who worked on an article, by reviewer. */
export type People = Readonly<Record<string, { readonly name: string }>>;

/** The team in whose name an export is published; `url` is empty when it has no page. */
export interface Desk {
  readonly name: string;
  readonly url: string;
}

/** Something that an export does not hold, or holds otherwise: as a sentence, and for who says it in another language by name. */
export interface Loss {
  readonly words: string;
  readonly kind: string;
  /** How many of what, by name. */
  readonly things: Readonly<Record<string, number>>;
}

/** For whom an article is written out: for everyone, what is public of it; for the desk, what whoever asks sees of it. */
export const AUDIENCES = { public: 'Only what is public', desk: 'What you see' } as const;

/** A key of `AUDIENCES`. */
export type Audience = keyof typeof AUDIENCES;

/** A file in an archive, under its path (relative, with `/`): its content, or the SHA-256 under which the bytes of a capture are kept. */
export type Part =
  | { readonly path: string; readonly content: string | Uint8Array }
  | { readonly path: string; readonly kept: string };

/** A file that is made of files, in their order; whoever carries it zips it, so that the same edition is the same bytes. */
export interface Archive {
  readonly parts: readonly Part[];
  /** Its parts are not packed, so that each of its bytes can be held against them whatever packs elsewhere. */
  readonly stored?: true;
}

/** Which claims were asked for: states of the work, outcomes, ids (an empty list asks nothing); and how many of how many that is. */
export interface Selected {
  readonly work: readonly string[];
  readonly outcomes: readonly string[];
  readonly claims: readonly string[];
  readonly shown: number;
  readonly of: number;
}

/** What formats are for, by which a menu groups them. */
export const PURPOSES = {
  publish: 'To publish and to print',
  office: 'For office programs',
  data: 'For data sets and other tools',
  keep: 'To keep and to read back',
} as const;

/** A key of `PURPOSES`. */
export type Purpose = keyof typeof PURPOSES;

/** Door 2: all there is to know about one way to write an article out. A new one is its file and one row in `index.ts`. */
export interface Format {
  /** What a menu says. */
  readonly label: string;
  readonly mediaType: string;
  /** How the file's name ends, without the dot. */
  readonly extension: string;
  readonly purpose: Purpose;
  /** It is never a selection of claims: what is to be read back is whole. */
  readonly isWhole?: true;
  /** For whom it is written where nothing else is asked for. */
  readonly audience: Audience;
  /** The whole file; text is written as UTF-8. */
  readonly write: (edition: Edition) => string | Uint8Array | Archive;
  /** What of this edition the format has no place for (T10); empty when nothing is lost. */
  readonly losses: (edition: Edition) => readonly Loss[];
}

/** What a reviewer is called; the id where no name is known. */
export const nameOf = (edition: Edition, reviewer: string): string =>
  (Object.hasOwn(edition.people, reviewer) && edition.people[reviewer]?.name) || reviewer;

/** A field of a claim as one line of text: people by name, other claims by id. */
export const fieldText = (edition: Edition, claim: Claim, key: keyof ClaimFields): string => {
  const field = claimFieldsOf(edition.article)[key];
  const value = field.show(claim[key] as never);
  return field.input === 'reviewer' && value !== '' ? nameOf(edition, value) : value;
};

/** The standing address of a claim. */
export const claimAddress = (edition: Edition, claim: string): string => `${edition.address}#claim-${claim}`;

/** The standing address of the article's plain text as it is at the version that is written. */
export const textAddress = ({ address, article }: Edition): string => `${address}/text/${article.version}`;
