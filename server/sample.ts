import type { Node } from 'prosemirror-model';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { CLAIMANT_FIELDS } from '../shared/attribution.ts';
import { withEmpty } from '../shared/fields.ts';
import type { Operation } from '../shared/operation.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { rationaleSchema } from '../shared/rationale.ts';
import { scaleName } from '../shared/scale.ts';
import { TRUTH_SCALE } from '../shared/scales.ts';
import { create, schema } from '../shared/schema.ts';
import { CAPTION, CLAIMS, CREDIT, ORIGINS, PARAGRAPHS, type SampleClaim, SOURCES, TITLE } from './sample-article.ts';
import {
  ASIDES,
  CORRECTION,
  DECISIONS,
  MOVES_MADE,
  OPINION,
  type Sampler,
  type SampleThread,
  THREADS,
} from './sample-work.ts';

/** What one of the sample's people does, in one operation. */
interface Deed {
  readonly by: Sampler;
  readonly operation: Operation;
}

/** The sample article: what `Rooms.create` takes, and what is done in its room afterwards, in order. */
export interface Sample {
  readonly create: CreateArticle;
  readonly deeds: readonly Deed[];
}

/** Gives an id that nobody was given before. */
type NewId = () => string;

/** What somebody does at once. */
type Doing = readonly [by: Sampler, parts: readonly AnyPart[]];

/** The ids of what the sample is made of, by its words or its name. */
interface Ids {
  readonly claims: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
}

const SCALE = scaleName(TRUTH_SCALE);

const quoted = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });

/** The id of something that the sample has. */
const idOf = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the sample has no "${name}"`);
  return id;
};

const textOf = (name: string, words: string): Node => create(name, null, [schema.text(words)]);

const sampleText = (): Node => {
  const [first = '', ...others] = PARAGRAPHS;
  const figure = create('figure', { src: '', alt: 'Two presidents' }, [textOf('caption', CAPTION)]);
  const blocks = [textOf('paragraph', first), figure, ...others.map((words) => textOf('paragraph', words))];
  return create('doc', null, [textOf('title', TITLE), ...blocks, textOf('credit', CREDIT)]);
};

/** Writes words into an empty rationale. */
const writing = (words: string): Step =>
  new ReplaceStep(1, 1, new Slice(Fragment.from(rationaleSchema.text(words)), 0, 0));

/** Marks a claim, attaches its evidence and gives its verdict. */
const marking = (sample: SampleClaim, { claims, sources }: Ids, newId: NewId): readonly AnyPart[] => {
  const claim = idOf(claims, sample.words);
  const { said, ...fields } = sample.fields;
  const ties = {
    ...(sample.parent !== undefined && { parent: idOf(claims, sample.parent) }),
    ...(sample.sameAs !== undefined && { sameAs: idOf(claims, sample.sameAs) }),
  };
  const attribution = said.map((link) => withEmpty(CLAIMANT_FIELDS, link));
  const parts: AnyPart[] = [
    { kind: 'claim.mark', claim, ...quoted(sample.words), fields: { ...fields, ...ties, attribution } },
  ];
  for (const { source, ...evidence } of sample.evidence ?? [])
    parts.push({
      ...{ kind: 'evidence.attach', evidence: newId(), claim },
      ...{ source: idOf(sources, source), fields: evidence },
    });
  if (sample.verdict) {
    const { rating, rationale } = sample.verdict;
    // Why stands where all can write on, and the verdict signs it as it stands there.
    parts.push(
      { kind: 'text', target: { rationale: claim }, steps: [writing(rationale)] },
      { kind: 'verdict.give', verdict: newId(), claim, scale: SCALE, rating },
    );
  }
  return parts;
};

const discussing = (sample: SampleThread, { claims }: Ids, newId: NewId): readonly Doing[] => {
  const thread = newId();
  const about = sample.claim === undefined ? quoted(sample.words ?? '') : { claim: idOf(claims, sample.claim) };
  const saying = sample.messages.map(({ by, text }, index): Doing => {
    const said = { thread, message: newId(), text, mentions: [] };
    return [by, [index === 0 ? { kind: 'thread.open', ...about, ...said } : { kind: 'thread.reply', ...said }]];
  });
  return sample.resolvedBy ? [...saying, [sample.resolvedBy, [{ kind: 'thread.resolve', thread }]]] : saying;
};

/** What the others do with what the first has marked and judged. */
const checking = ({ claims }: Ids, newId: NewId): readonly Doing[] => {
  const { words, to, why } = CORRECTION;
  const opinion = { ...OPINION, claim: idOf(claims, OPINION.claim), scale: SCALE };
  return [
    ['checker', [{ kind: 'correction.suggest', correction: newId(), ...quoted(words), to, why }]],
    ['second', ASIDES.map((exact): AnyPart => ({ kind: 'aside.set', aside: newId(), ...quoted(exact) }))],
    ...MOVES_MADE.map(
      ({ by, claim, ...move }): Doing => [by, [{ kind: 'work.move', claim: idOf(claims, claim), ...move }]],
    ),
    ['second', [{ kind: 'verdict.give', verdict: newId(), ...opinion }]],
    ...DECISIONS.map(
      ({ claim, ...decided }): Doing => [
        'lead',
        [{ kind: 'outcome.decide', decision: newId(), claim: idOf(claims, claim), scale: SCALE, ...decided }],
      ],
    ),
  ];
};

/**
 * The article that ships with Touchstone, with a piece of everything that is done to an article on it, as operations like any other.
 * The claims are marked by their words alone; `newId` gives an id that nobody was given before.
 */
export const sampleOperations = (newId: NewId): Sample => {
  const ids: Ids = {
    claims: new Map(CLAIMS.map(({ words }) => [words, newId()])),
    sources: new Map(Object.keys(SOURCES).map((name) => [name, newId()])),
  };
  const adding = Object.entries(SOURCES).map(
    ([name, fields]): AnyPart => ({ kind: 'source.add', source: idOf(ids.sources, name), fields }),
  );
  const tracing = ORIGINS.map(({ source, from, manner }): AnyPart => {
    const fields = { derivesFrom: [{ source: idOf(ids.sources, from), manner }] };
    return { kind: 'source.revise', source: idOf(ids.sources, source), fields };
  });
  const doings: readonly Doing[] = [
    ['checker', [...adding, ...tracing]],
    ...CLAIMS.map((sample): Doing => ['checker', marking(sample, ids, newId)]),
    ...THREADS.flatMap((sample) => discussing(sample, ids, newId)),
    ...checking(ids, newId),
  ];
  const origin = { format: 'sample', url: '', language: 'en' };
  return {
    create: { kind: 'article.create', doc: sampleText(), origin, removals: [] },
    deeds: doings.map(([by, parts], index) => ({ by, operation: { opId: newId(), base: index + 1, parts } })),
  };
};
