import type { Node } from 'prosemirror-model';
import { canonicalJson } from '../../shared/canonical.ts';
import type { ClaimFields } from '../../shared/claim.ts';
import type { Imported } from '../../shared/imported.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { QUOTE_LIMIT, quoteAt } from '../../shared/quote.ts';
import { inMessages } from './in-messages.ts';
import type { Reading } from './reading.ts';
import type { Author, ReadClaim, ReadEvidence, Remark, Spot, Suggestion } from './remarks.ts';
import { positionsIn } from './spots.ts';

const importedOf = (as: Imported['as'], { author, at }: Author): Imported => ({
  as,
  author: author.toWellFormed(),
  ...(at && { at }),
});

/** Makes evidence of what a comment tells of it: a source that several cite in the same words is added once. */
const citingFor = (newId: () => string) => {
  const sources = new Map<string, string>();
  return (claim: string, { source: cited, fields }: ReadEvidence): readonly AnyPart[] => {
    const key = canonicalJson(cited);
    const known = sources.get(key);
    const source = known ?? newId();
    sources.set(key, source);
    return [
      ...(known === undefined ? [{ kind: 'source.add', source, fields: cited } as const] : []),
      { kind: 'evidence.attach', evidence: newId(), claim, source, fields },
    ];
  };
};

/**
 * What is done to a new article so that the comments, notes and tracked changes of its file stand on their words: each list of parts
 * belongs together. `doc` is the text that the reading came to.
 */
export const partsOfReading = (
  { remarks = [], suggestions = [] }: Reading,
  doc: Node,
  newId: () => string,
): readonly (readonly AnyPart[])[] => {
  const positionOf = positionsIn(doc);
  const placeOf = (from: Spot, to: Spot) => {
    const place = { from: positionOf(from), to: positionOf(to) };
    const quote = quoteAt(doc, place.from, place.to);
    // No quote may be longer: the words at the head of it are still those that it was put on.
    if (quote.exact.length <= QUOTE_LIMIT) return { quote, place };
    const shorter = { from: place.from, to: place.from + QUOTE_LIMIT / 2 };
    return { quote: quoteAt(doc, shorter.from, shorter.to), place: shorter };
  };
  const saidIn = (
    { kind, messages, resolved }: Pick<Remark, 'kind' | 'messages' | 'resolved'>,
    on: ReturnType<typeof placeOf> | { readonly claim: string },
  ): readonly AnyPart[] => {
    const thread = newId();
    const said = messages.flatMap((each) =>
      inMessages(each.text).map((text) => ({
        ...{ thread, message: newId(), text, mentions: [] },
        imported: importedOf(kind, each),
      })),
    );
    return [
      ...said.map(
        (each, at): AnyPart => (at === 0 ? { kind: 'thread.open', ...on, ...each } : { kind: 'thread.reply', ...each }),
      ),
      ...(resolved ? [{ kind: 'thread.resolve', thread } as const] : []),
    ];
  };
  const discussed = (remark: Remark): readonly AnyPart[] => {
    const { claim, from, to } = remark;
    return claim ? claimed({ ...remark, claim }) : saidIn(remark, placeOf(from, to));
  };
  const called = new Map(remarks.flatMap(({ claim }) => (claim ? [[claim.id, newId()]] : [])));
  const citing = citingFor(newId);
  const claimed = ({
    from,
    to,
    messages,
    claim: { id, fields: all, ties: named, evidence, told: words, threads },
  }: Remark & { readonly claim: ReadClaim }): readonly AnyPart[] => {
    const claim = called.get(id) ?? newId();
    const { parent = '', sameAs = '', ...fields } = all;
    const [part, same] = [called.get(parent), called.get(sameAs)];
    // Whoever is tied to a claim that is not in the file is told so in words.
    const untied = [
      ...(parent !== '' && !part ? [named.parent ?? ''] : []),
      ...(sameAs !== '' && !same ? [named.sameAs ?? ''] : []),
    ];
    const told = [words, ...untied].filter((each) => each !== '').join('\n');
    ties.push(
      ...(part ? [{ claim, fields: { parent: part } }] : []),
      ...(same ? [{ claim, fields: { sameAs: same } }] : []),
    );
    const by = messages[0] ?? { author: '', text: '' };
    const imported = importedOf('comment', by);
    const about = [{ messages: [{ ...by, text: told }], resolved: false }, ...threads];
    return [
      { kind: 'claim.mark', claim, ...placeOf(from, to), fields, imported },
      // An occurrence goes with the claim that it is one of, and so does what that rests on.
      ...(same ? [] : evidence.flatMap((each) => citing(claim, each))),
      ...about.flatMap((each) => saidIn({ kind: 'comment', ...each }, { claim })),
    ];
  };
  const suggested = ({ text, from, to, instead, why = '', ...by }: Suggestion): readonly AnyPart[] => {
    const where = placeOf({ text, at: from }, { text, at: to });
    if (where.quote.exact.trim() === '' || where.quote.exact === instead) return [];
    const imported = importedOf('change', by);
    return [
      {
        kind: 'correction.suggest',
        correction: newId(),
        ...where,
        to: instead.toWellFormed(),
        why: why.toWellFormed(),
        imported,
      },
    ];
  };
  const ties: { readonly claim: string; readonly fields: Partial<ClaimFields> }[] = [];
  const done = [...remarks.map(discussed), ...suggestions.map(suggested)];
  return [...done, ties.map((each): AnyPart => ({ kind: 'claim.revise', ...each }))].filter(
    (parts) => parts.length > 0,
  );
};
