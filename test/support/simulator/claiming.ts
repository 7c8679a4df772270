import type { AnyPart } from '../../../shared/operations/index.ts';
import { quoteAt } from '../../../shared/quote.ts';
import { offered, scaleName } from '../../../shared/scale.ts';
import { sentencesOf, textBlocks } from '../../../shared/sentences.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { checkedNow, nextMove } from '../../../shared/work-now.ts';
import { type Deed, someClaim, someRange } from './deed.ts';

export const marks: Deed = (person, luck) => {
  const { doc } = person.editor;
  const [from, to] = someRange(person, luck, 25);
  const quote = quoteAt(doc, from, to);
  if (quote.exact.trim() === '') return;
  person.does([{ kind: 'claim.mark', claim: person.newId(), place: { from, to }, quote, fields: {} }]);
};

export const setsAside: Deed = (person, luck) => {
  const { doc } = person.editor;
  const { asides } = person.session.visible;
  if (asides.size > 0 && luck.likely(0.4)) {
    const aside = luck.pick([...asides.keys()]);
    person.does([{ kind: luck.likely(0.5) ? 'aside.withdraw' : 'aside.reinstate', aside }]);
    return;
  }
  const parts = luck
    .pick(
      textBlocks(doc).map(({ block, start }) => sentencesOf(block).map((each) => [start + each.from, start + each.to])),
    )
    .map(([from = 0, to = 0]): AnyPart => {
      return { kind: 'aside.set', aside: person.newId(), place: { from, to }, quote: quoteAt(doc, from, to) };
    });
  if (parts.length > 0) person.does(parts);
};

export const records: Deed = (person, luck) => {
  const claim = someClaim(person, luck);
  if (!claim) return;
  const source = person.newId();
  const { scale } = settingsOf(person.session.visible);
  const rating = luck.pick(scale.ratings).id;
  const choices: (readonly AnyPart[])[] = [
    [{ kind: 'claim.revise', claim, fields: { statement: person.newId() } }],
    [{ kind: 'claim.revise', claim, fields: { [luck.pick(['parent', 'sameAs'])]: someClaim(person, luck) ?? '' } }],
    [{ kind: 'claim.revise', claim, fields: { tags: [source], priority: 'high', assignee: source } }],
    [{ kind: 'claim.withdraw', claim }],
    [{ kind: 'claim.reinstate', claim }],
    [
      {
        kind: 'verdict.give',
        verdict: person.newId(),
        claim,
        scale: scaleName(scale),
        rating,
        rationale: person.word(),
      },
    ],
    [
      { kind: 'source.add', source, fields: { title: source } },
      { kind: 'evidence.attach', evidence: person.newId(), claim, source, fields: { stance: 'supports' } },
    ],
  ];
  person.does(luck.pick(choices));
};

export const works: Deed = (person, luck) => {
  const claim = someClaim(person, luck);
  if (!claim) return;
  const { visible } = person.session;
  const scale = scaleName(settingsOf(visible).scale);
  const rating = luck.pick(offered(settingsOf(visible).scale)).id;
  const decision = person.newId();
  const move = nextMove(visible, claim, person.id, () => true) ?? luck.pick(['reopen', 'leave', 'sign'] as const);
  const made: AnyPart = {
    kind: 'work.move',
    claim,
    move,
    reason: person.newId(),
    judged: checkedNow(visible, claim, person.id),
  };
  const [standing] = visible.decisions.keys();
  const choices: AnyPart[] = [
    ...[made, made, made],
    { kind: 'outcome.decide', decision, claim, scale, rating, rationale: '' },
    { kind: 'verdict.give', verdict: person.newId(), claim, scale, rating, rationale: person.word() },
    ...(standing ? [{ kind: 'outcome.undecide', decision: standing } as const] : []),
  ];
  person.does([luck.pick(choices)]);
};

export const reanchors: Deed = (person, luck) => {
  const { anchors, claims } = person.session.visible;
  const orphans = [...claims.keys()].filter((claim) => anchors.get(claim)?.state === 'orphaned');
  const [from, to] = someRange(person, luck, 20);
  const quote = quoteAt(person.editor.doc, from, to);
  if (orphans.length === 0 || quote.exact.trim() === '') return;
  person.does([{ kind: 'claim.reanchor', claim: luck.pick(orphans), place: { from, to }, quote }]);
};

export const adjusts: Deed = (person, luck) => {
  const claim = someClaim(person, luck);
  const anchor = claim === undefined ? undefined : person.session.visible.anchors.get(claim);
  if (claim === undefined || !anchor) return;
  const { doc } = person.editor;
  const from = Math.max(1, anchor.from - luck.below(5));
  const to = Math.min(doc.content.size - 1, anchor.to + luck.below(5));
  if (from >= to) return;
  const quote = quoteAt(doc, from, to);
  if (quote.exact.trim() !== '') person.does([{ kind: 'claim.adjust', claim, place: { from, to }, quote }]);
};
