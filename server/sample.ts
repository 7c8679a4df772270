import type { Node } from 'prosemirror-model';
import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { CLAIMANT_FIELDS } from '../shared/attribution.ts';
import { withEmpty } from '../shared/fields.ts';
import type { Operation } from '../shared/operation.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { rationaleSchema } from '../shared/rationale.ts';
import { TRUTH_SCALE } from '../shared/scales.ts';
import { create, schema } from '../shared/schema.ts';
import { CAPTION, CLAIMS, CORRECTION, CREDIT, PARAGRAPHS, SOURCES, THREADS, TITLE } from './sample-article.ts';

const textOf = (name: string, words: string): Node => create(name, null, [schema.text(words)]);

/** The sample article: what `Rooms.create` takes, and what is done in its room afterwards, in order. */
export interface Sample {
  readonly create: CreateArticle;
  readonly operations: readonly Operation[];
}

/** Writes words into an empty rationale. */
const writing = (words: string): Step =>
  new ReplaceStep(1, 1, new Slice(Fragment.from(rationaleSchema.text(words)), 0, 0));

/**
 * The article that ships with Touchstone, with claims, sources, evidence, verdicts, a discussion and a suggested correction on it, as operations like any other. The
 * claims are marked by their words alone; `newId` gives an id that nobody was given before.
 */
export const sampleOperations = (newId: () => string): Sample => {
  const [first = '', ...others] = PARAGRAPHS;
  const figure = create('figure', { src: '', alt: 'Two presidents' }, [textOf('caption', CAPTION)]);
  const blocks = [textOf('paragraph', first), figure, ...others.map((words) => textOf('paragraph', words))];
  const doc = create('doc', null, [textOf('title', TITLE), ...blocks, textOf('credit', CREDIT)]);
  const sources = Object.fromEntries(Object.keys(SOURCES).map((name) => [name, newId()]));

  const adding = Object.entries(SOURCES).map(
    ([name, fields]): AnyPart => ({ kind: 'source.add', source: sources[name] ?? '', fields }),
  );
  const quoted = (exact: string) => ({ quote: { exact, prefix: '', suffix: '' } });
  const claims = new Map(CLAIMS.map(({ words }) => [words, newId()]));
  const marking = CLAIMS.map((sample): readonly AnyPart[] => {
    const claim = claims.get(sample.words) ?? '';
    const { said, ...fields } = sample.fields;
    const parts: AnyPart[] = [
      {
        kind: 'claim.mark',
        claim,
        ...quoted(sample.words),
        fields: { ...fields, attribution: said.map((link) => withEmpty(CLAIMANT_FIELDS, link)) },
      },
    ];
    for (const { source, ...evidence } of sample.evidence ?? [])
      parts.push({
        ...{ kind: 'evidence.attach', evidence: newId(), claim },
        ...{ source: sources[source] ?? '', fields: evidence },
      });
    const scale = `${TRUTH_SCALE.id}@${TRUTH_SCALE.version}`;
    if (sample.verdict) {
      const { rating, rationale } = sample.verdict;
      // Why stands where all can write on, and the verdict signs it as it stands there.
      parts.push(
        { kind: 'text', target: { rationale: claim }, steps: [writing(rationale)] },
        { kind: 'verdict.give', verdict: newId(), claim, scale, rating },
      );
    }
    return parts;
  });

  const discussing = THREADS.map(({ words, claim, text }): AnyPart => {
    const about = words === undefined ? { claim: claims.get(claim ?? '') ?? '' } : quoted(words);
    return { kind: 'thread.open', thread: newId(), message: newId(), ...about, text, mentions: [] };
  });
  const { words, to, why } = CORRECTION;
  const correcting: AnyPart = { kind: 'correction.suggest', correction: newId(), ...quoted(words), to, why };

  const origin = { format: 'sample', url: '', language: 'en' };
  return {
    create: { kind: 'article.create', doc, origin, removals: [] },
    operations: [adding, ...marking, discussing, [correcting]].map((parts, index) => ({
      opId: newId(),
      base: index + 1,
      parts,
    })),
  };
};
