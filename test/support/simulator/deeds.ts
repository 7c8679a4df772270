import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step, Transform } from 'prosemirror-transform';
import { correctingSteps } from '../../../client/correcting.ts';
import { restoringSteps } from '../../../client/restoring.ts';
import type { Contact } from '../../../shared/contact.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { quoteAt } from '../../../shared/quote.ts';
import { rationaleSchema } from '../../../shared/rationale.ts';
import { offered, scaleName } from '../../../shared/scale.ts';
import { SHIPPED } from '../../../shared/scales.ts';
import { create, schema } from '../../../shared/schema.ts';
import { sentencesOf, textBlocks } from '../../../shared/sentences.ts';
import { type Settings, settingsOf } from '../../../shared/settings.ts';
import type { Target } from '../../../shared/target.ts';
import { plainText } from '../../../shared/text.ts';
import type { Visibility } from '../../../shared/visibility.ts';
import { checkedNow, nextMove } from '../../../shared/work-now.ts';
import type { Chance } from '../random.ts';
import type { Person } from './person.ts';

const steps = (person: Person, make: (transform: Transform) => void, doc = person.editor.doc): readonly Step[] => {
  const transform = new Transform(doc);
  try {
    make(transform);
  } catch (error) {
    // Some choices make no sense where they fall; a person could not have made them.
    if (error instanceof RangeError || (error instanceof Error && /^(Replace|Transform)Error$/.test(error.name)))
      return [];
    throw error;
  }
  return transform.steps;
};

const someRange = (person: Person, luck: Chance, longest: number): readonly [number, number] => {
  const plain = plainText(person.editor.doc);
  const from = luck.below(plain.text.length + 1);
  const to = Math.min(plain.text.length, from + luck.below(longest + 1));
  return [plain.positionOf(from), Math.max(plain.positionOf(from), plain.positionOf(to))];
};

type Deed = (person: Person, luck: Chance) => void;

const types: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  person.edits(steps(person, (transform) => transform.insert(from, schema.text(person.wordToKeep()))));
};

const typesOn: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  let at = from;
  for (const letter of person.word()) {
    const made = steps(person, (transform) => transform.insert(at, schema.text(letter)));
    if (made.length === 0) return;
    person.edits(made);
    at += 1;
  }
};

const deletes: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, luck.likely(0.1) ? 60 : 8);
  if (from < to) person.edits(steps(person, (transform) => transform.delete(from, to)));
};

const typesOver: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, 8);
  const word = person.wordToKeep();
  person.edits(steps(person, (transform) => transform.replaceWith(from, to, schema.text(word))));
};

const splits: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  person.edits(steps(person, (transform) => transform.split(from)));
};

const joins: Deed = (person, luck) => {
  const { doc } = person.editor;
  const boundaries: number[] = [];
  doc.forEach((_node, offset, index) => {
    if (index > 1) boundaries.push(offset);
  });
  if (boundaries.length > 0) person.edits(steps(person, (transform) => transform.join(luck.pick(boundaries))));
};

const drags: Deed = (person, luck) => {
  const { doc } = person.editor;
  const index = 1 + luck.below(doc.childCount - 1);
  if (doc.childCount < 3) return;
  let from = 0;
  for (let before = 0; before < index; before += 1) from += doc.child(before).nodeSize;
  const block = doc.child(index);
  person.edits(
    steps(person, (transform) => {
      transform.delete(from, from + block.nodeSize);
      transform.insert(transform.doc.content.size, block);
    }),
  );
};

const restyles: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, 6);
  const strong = schema.marks.strong;
  const heading = schema.nodes.heading;
  if (!strong || !heading) throw new Error('the schema lost a name');
  person.edits(
    steps(person, (transform) => {
      if (luck.likely(0.5)) transform.addMark(from, to, strong.create());
      else transform.setBlockType(from, from, heading, { level: 2 });
    }),
  );
};

const replacesAll: Deed = (person, luck) => {
  const { doc } = person.editor;
  const title = doc.firstChild?.nodeSize ?? 0;
  const kept = doc.content.cut(title);
  const content = luck.likely(0.5)
    ? kept
    : kept.append(
        create('doc', null, [
          create('title', null, []),
          create('paragraph', null, [schema.text(person.word())]),
        ]).content.cut(2),
      );
  person.edits(
    steps(person, (transform) => transform.step(new ReplaceStep(title, doc.content.size, new Slice(content, 0, 0)))),
  );
};

const marks: Deed = (person, luck) => {
  const { doc } = person.editor;
  const [from, to] = someRange(person, luck, 25);
  const quote = quoteAt(doc, from, to);
  if (quote.exact.trim() === '') return;
  person.does([{ kind: 'claim.mark', claim: person.newId(), place: { from, to }, quote, fields: {} }]);
};

const setsAside: Deed = (person, luck) => {
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

const someClaim = (person: Person, luck: Chance): string | undefined => {
  const claims = [...person.session.visible.claims.keys()];
  return claims.length > 0 ? luck.pick(claims) : undefined;
};

const records: Deed = (person, luck) => {
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

const works: Deed = (person, luck) => {
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

const reanchors: Deed = (person, luck) => {
  const { anchors, claims } = person.session.visible;
  const orphans = [...claims.keys()].filter((claim) => anchors.get(claim)?.state === 'orphaned');
  const [from, to] = someRange(person, luck, 20);
  const quote = quoteAt(person.editor.doc, from, to);
  if (orphans.length === 0 || quote.exact.trim() === '') return;
  person.does([{ kind: 'claim.reanchor', claim: luck.pick(orphans), place: { from, to }, quote }]);
};

const adjusts: Deed = (person, luck) => {
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

const discusses: Deed = (person, luck) => {
  const { threads } = person.session.visible;
  const [from, to] = someRange(person, luck, 20);
  const quote = quoteAt(person.editor.doc, from, to);
  const claim = someClaim(person, luck);
  const said = { message: person.newId(), text: person.newId(), mentions: [] };
  const thread = threads.size > 0 ? luck.pick([...threads.values()]) : undefined;
  const choices: AnyPart[] = [];
  if (quote.exact.trim() !== '')
    choices.push({ kind: 'thread.open', thread: person.newId(), place: { from, to }, quote, ...said });
  if (claim) choices.push({ kind: 'thread.open', thread: person.newId(), claim, ...said });
  if (thread) {
    const message = luck.pick(thread.messages).id;
    choices.push(
      { kind: 'thread.reply', thread: thread.id, ...said },
      { kind: 'thread.revise', thread: thread.id, ...said, message },
      { kind: luck.likely(0.5) ? 'thread.resolve' : 'thread.reopen', thread: thread.id },
      { kind: luck.likely(0.5) ? 'thread.withdraw' : 'thread.reinstate', thread: thread.id, message },
    );
  }
  if (choices.length > 0) person.does([luck.pick(choices)]);
};

const suggests: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, 12);
  const quote = quoteAt(person.editor.doc, from, to);
  if (quote.exact.trim() !== quote.exact || quote.exact === '' || quote.exact.includes('\n')) return;
  const words = luck.pick(['', person.word(), `${person.word()} ${quote.exact}`, `${quote.exact} ${person.word()}`]);
  const correction = { correction: person.newId(), place: { from, to }, quote, to: words, why: '' };
  person.does([{ kind: 'correction.suggest', ...correction }]);
};

const answers: Deed = (person, luck) => {
  const { visible } = person.session;
  const corrections = [...visible.corrections.values()];
  if (corrections.length === 0) return;
  const correction = luck.pick(corrections);
  const { id } = correction;
  const steps = correctingSteps(visible, correction);
  if (luck.likely(0.6) && steps.length > 0)
    person.does(
      [
        { kind: 'text', target: 'body', steps },
        { kind: 'correction.accept', correction: id },
      ],
      true,
    );
  else
    person.does([
      luck.pick<AnyPart>([
        { kind: 'correction.decline', correction: id, reason: '' },
        { kind: 'correction.withdraw', correction: id },
        { kind: 'correction.reinstate', correction: id },
      ]),
    ]);
};

const locks: Deed = (person, luck) => {
  person.does([{ kind: luck.likely(0.35) ? 'article.lock' : 'article.unlock' }]);
};

const decides: Deed = (person, luck) => {
  const { scale } = settingsOf(person.session.visible);
  const settings: Partial<Settings> = luck.pick([
    { rule: luck.pick(['agree', 'majority', 'mean', 'lead'] as const) },
    { checks: luck.pick([0, 1, 2] as const) },
    { scale: luck.pick(SHIPPED) },
    { scale: { ...scale, version: scale.version + 1, name: person.id } },
  ]);
  person.does([{ kind: 'article.configure', settings }]);
};

/** Hides people's work from each other, or reveals it. */
export const blinds: Deed = (person, luck) => {
  person.does([{ kind: 'article.configure', settings: { blind: luck.pick(['no', 'verdicts', 'all'] as const) } }]);
};

const answering = (
  person: Person,
  contact: Contact | undefined,
  question = contact?.questions[0]?.id ?? '',
): AnyPart => ({
  kind: 'contact.answer',
  contact: contact?.id ?? '',
  question,
  answer: person.newId(),
  fields: { answer: 'confirms', words: person.newId() },
});

/** Asks somebody about a claim, or does something to the log of a contact. */
const asks: Deed = (person, luck) => {
  const contacts = [...person.session.visible.contacts.values()];
  const claim = someClaim(person, luck);
  if (!claim) return;
  const [contact, question] = [person.newId(), person.newId()];
  const fields = { question: person.newId() };
  const known = contacts.length > 0 ? luck.pick(contacts) : undefined;
  if (!known || luck.likely(0.2)) {
    person.does([
      { kind: 'contact.add', contact, fields: { person: person.newId() } },
      { kind: 'contact.ask', contact, question, claim, fields },
    ]);
    return;
  }
  const { id, attempts, questions } = known;
  const lines = [...attempts, ...questions, ...questions.flatMap(({ answers }) => answers)];
  const asked = questions.length > 0 ? luck.pick(questions) : undefined;
  const line = lines.length > 0 ? luck.pick(lines).id : undefined;
  const choices: AnyPart[] = [
    { kind: 'contact.ask', contact: id, question, claim, fields },
    { kind: 'contact.attempt', contact: id, attempt: question, fields: { result: 'missed' } },
    { kind: 'contact.revise', contact: id, fields: { note: question } },
    { kind: luck.likely(0.5) ? 'contact.withdraw' : 'contact.reinstate', contact: id },
    ...(line ? [{ kind: luck.likely(0.5) ? 'contact.strike' : 'contact.unstrike', contact: id, line } as const] : []),
  ];
  if (asked)
    choices.push(answering(person, known, asked.id), {
      kind: 'contact.reask',
      contact: id,
      question: asked.id,
      fields,
    });
  person.does([luck.pick(choices)]);
};

/** Shows something to other people than before, or brings something that is not shown to everyone. */
export const shows = (person: Person, luck: Chance, people: readonly string[]): void => {
  const { sources, evidence, contacts, threads, claims } = person.session.visible;
  const way = luck.pick(['public', 'desk', 'named', 'named'] as const);
  const named = people.filter(() => luck.likely(0.4));
  const to: Visibility = way === 'named' ? named : way;
  const { source, attached } = { source: person.newId(), attached: person.newId() };
  const fields = { title: source, visibility: to };
  const claim = luck.pick([...claims.keys(), '']);
  const mine = <T extends { readonly id: string }>(table: ReadonlyMap<string, T>): string => {
    const ids = [...table.keys()];
    // Their own are those that people may change as a rule.
    const own = ids.filter((id) => id.startsWith(`${person.id}-`));
    return luck.pick(own.length > 0 && luck.likely(0.7) ? own : [...ids, '']);
  };
  const choices: (readonly AnyPart[])[] = [
    [{ kind: 'source.add', source, fields }],
    [
      { kind: 'source.add', source, fields: { title: source } },
      { kind: 'evidence.attach', evidence: attached, claim, source, fields: { stance: 'supports', visibility: to } },
    ],
    [{ kind: 'evidence.attach', evidence: attached, claim, source: mine(sources), fields: { stance: 'supports' } }],
    [{ kind: 'source.revise', source: mine(sources), fields: { visibility: to } }],
    [
      {
        kind: 'source.revise',
        source: mine(sources),
        fields: { derivesFrom: [{ source: mine(sources), manner: 'copy' }] },
      },
    ],
    [{ kind: 'evidence.revise', evidence: mine(evidence), fields: { visibility: to, note: person.newId() } }],
    [{ kind: 'evidence.revise', evidence: mine(evidence), fields: { visibility: to } }],
    [{ kind: 'thread.show', thread: mine(threads), visibility: to }],
    [
      { kind: 'contact.add', contact: source, fields: { person: person.newId(), visibility: to } },
      { kind: 'contact.ask', contact: source, question: attached, claim, fields: { question: person.newId() } },
    ],
    [{ kind: 'contact.revise', contact: mine(contacts), fields: { visibility: to } }],
    [answering(person, contacts.get(mine(contacts)))],
  ];
  const parts = luck.pick(choices);
  if (parts.every((part) => !Object.values(part).includes(''))) person.does(parts);
};

const restores: Deed = (person, luck) => {
  const removed = [...person.session.visible.removals.values()].filter((each) => !each.restored);
  if (removed.length === 0) return;
  const removal = luck.pick(removed);
  const steps = restoringSteps(person.editor.doc, removal);
  person.does(
    [
      { kind: 'text', target: 'body', steps },
      { kind: 'article.restore', removal: removal.id },
    ],
    true,
  );
};

const rationaleBy = (person: Person, luck: Chance): { readonly target: Target; readonly doc: Node } | undefined => {
  const { claims, rationales } = person.session.visible;
  const open = [...claims.values()].filter((claim) => !claim.withdrawn);
  if (open.length === 0) return undefined;
  // People crowd where there is something written already.
  const written = open.filter((claim) => rationales.has(claim.id));
  const { id } = luck.pick(written.length > 0 && luck.likely(0.7) ? written : open);
  const target = { rationale: id };
  return { target, doc: person.editors.of(target).doc };
};

const bullets = (writing: Transform, at: number): void => {
  const range = writing.doc.resolve(at).blockRange();
  const { bullet_list, list_item } = rationaleSchema.nodes;
  if (range?.depth === 0 && bullet_list && list_item) writing.wrap(range, [{ type: bullet_list }, { type: list_item }]);
};

const reasons: Deed = (person, luck) => {
  const { target, doc } = rationaleBy(person, luck) ?? {};
  if (!target || !doc) return;
  const at = (longest: number): readonly [number, number] => {
    const plain = plainText(doc);
    const from = luck.below(plain.text.length + 1);
    return [plain.positionOf(from), plain.positionOf(Math.min(plain.text.length, from + luck.below(longest + 1)))];
  };
  const [from, to] = at(8);
  const what = luck.next();
  const strong = rationaleSchema.mark('strong');
  const write = (writing: Transform): void => {
    if (what < 0.5) writing.insert(from, rationaleSchema.text(person.wordToKeep()));
    else if (what < 0.65 && from < to) writing.delete(from, to);
    else if (what < 0.75) writing.replaceWith(from, Math.max(from, to), rationaleSchema.text(person.wordToKeep()));
    else if (what < 0.85) writing.split(from);
    else if (what < 0.9) bullets(writing, from);
    else if (from < to) writing.addMark(from, to, strong);
  };
  person.edits(steps(person, write, doc), target);
};

/** Marks a claim, says why at once, and writes in the article too: one operation over three texts. */
const marksWithReasons: Deed = (person, luck) => {
  const { doc } = person.editor;
  const [from, to] = someRange(person, luck, 25);
  const quote = quoteAt(doc, from, to);
  if (quote.exact.trim() === '') return;
  const claim = person.newId();
  const other = rationaleBy(person, luck);
  const word = (schema: Schema): readonly Step[] => [
    new ReplaceStep(1, 1, new Slice(Fragment.from(schema.text(person.word())), 0, 0)),
  ];
  person.does(
    [
      { kind: 'claim.mark', claim, place: { from, to }, quote, fields: {} },
      { kind: 'text', target: { rationale: claim }, steps: word(rationaleSchema) },
      { kind: 'text', target: 'body', steps: word(schema) },
      ...(other ? [{ kind: 'text', target: other.target, steps: word(rationaleSchema) } as const] : []),
    ],
    luck.likely(0.5) ? true : undefined,
  );
};

const undoesReasons: Deed = (person, luck) => {
  const found = rationaleBy(person, luck);
  if (found) person.undoes(found.target);
};
const redoesReasons: Deed = (person, luck) => {
  const found = rationaleBy(person, luck);
  if (found) person.redoes(found.target);
};

const takesBack: Deed = (person) => person.takesBack();
const undoes: Deed = (person) => person.undoes();
const redoes: Deed = (person) => person.redoes();

/** What people do, each with its weight among all. */
export const DEEDS: readonly (readonly [weight: number, deed: Deed])[] = [
  [22, types],
  [8, typesOn],
  [14, deletes],
  [8, typesOver],
  [5, splits],
  [4, joins],
  [3, drags],
  [4, restyles],
  [1, replacesAll],
  [10, marks],
  [8, records],
  [4, setsAside],
  [6, works],
  [4, reanchors],
  [3, adjusts],
  [5, discusses],
  [3, asks],
  [4, suggests],
  [5, answers],
  [2, locks],
  [1, decides],
  [2, restores],
  [3, takesBack],
  [8, undoes],
  [3, redoes],
  [16, reasons],
  [2, marksWithReasons],
  [3, undoesReasons],
  [1, redoesReasons],
];
