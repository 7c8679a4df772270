import type { Node } from 'prosemirror-model';
import { CLAIMANT_FIELDS } from '../shared/attribution.ts';
import { withEmpty } from '../shared/fields.ts';
import type { Operation } from '../shared/operation.ts';
import type { CreateArticle } from '../shared/operations/article.ts';
import type { AnyPart } from '../shared/operations/index.ts';
import { TRUTH_SCALE } from '../shared/scales.ts';
import { create, schema } from '../shared/schema.ts';
import { CAPTION, CLAIMS, CREDIT, PARAGRAPHS, SOURCES, TITLE } from './sample-article.ts';

const textOf = (name: string, words: string): Node => create(name, null, [schema.text(words)]);

/** The sample article: what `Rooms.create` takes, and what is done in its room afterwards, in order. */
export interface Sample {
  readonly create: CreateArticle;
  readonly operations: readonly Operation[];
}

/**
 * The article that ships with Touchstone, with claims, sources, evidence and verdicts on it, as operations like any other. The
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
  const marking = CLAIMS.map((sample): readonly AnyPart[] => {
    const claim = newId();
    const { said, ...fields } = sample.fields;
    const quote = { exact: sample.words, prefix: '', suffix: '' };
    const parts: AnyPart[] = [
      {
        kind: 'claim.mark',
        claim,
        quote,
        fields: { ...fields, attribution: said.map((link) => withEmpty(CLAIMANT_FIELDS, link)) },
      },
    ];
    for (const { source, ...evidence } of sample.evidence ?? [])
      parts.push({
        ...{ kind: 'evidence.attach', evidence: newId(), claim },
        ...{ source: sources[source] ?? '', fields: evidence },
      });
    const scale = `${TRUTH_SCALE.id}@${TRUTH_SCALE.version}`;
    if (sample.verdict) parts.push({ kind: 'verdict.give', verdict: newId(), claim, scale, ...sample.verdict });
    return parts;
  });

  const origin = { format: 'sample', url: '', language: 'en' };
  return {
    create: { kind: 'article.create', doc, origin, removals: [] },
    operations: [adding, ...marking].map((parts, index) => ({ opId: newId(), base: index + 1, parts })),
  };
};
