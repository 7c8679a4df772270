import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { EditorState } from 'prosemirror-state';
import { history, markIncoming, redo, undo } from '../../client/history.ts';
import { act, moveOf, openSession, receive, type Session, takeNext } from '../../client/session.ts';
import { type Article, articleToJson, blankArticle } from '../../shared/article.ts';
import { canonicalJson } from '../../shared/canonical.ts';
import { type Entry, parseEntry, seal } from '../../shared/log.ts';
import type { Operation } from '../../shared/operation.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { toJson } from '../../shared/protocol.ts';
import { quoteAt } from '../../shared/quote.ts';
import { perform } from '../../shared/rebase.ts';
import type { TextChange } from '../../shared/way.ts';
import { cut, docOf, type Edit, insert, put, split } from '../support/notation.ts';
import { IS_WHOLE } from '../support/part-of.ts';
import { type Chance, chance } from '../support/random.ts';
import { runAgain } from '../support/run-again.ts';

const AT = '2026-01-01T00:00:00.000Z';
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const same = (one: Article, other: Article): void =>
  assert.equal(canonicalJson(articleToJson(one)), canonicalJson(articleToJson(other)));

/** The smallest authority: it moves, logs and tells, all at once. */
class Desk {
  head: Article;
  readonly log: Entry[] = [];
  readonly #changes: (readonly TextChange[])[] = [];

  constructor(text: string) {
    this.head = { ...blankArticle(), doc: docOf(text) };
  }

  take(reviewer: string, operation: Operation): void {
    const over = this.#changes.slice(operation.base).flat();
    const made = perform(this.head, operation.parts, { reviewer, at: AT }, { over, atomic: operation.atomic ?? false });
    const entry = seal(
      {
        version: this.head.version + 1,
        opId: operation.opId,
        reviewer,
        at: AT,
        parts: made.parts.map(({ part }) => part),
        dropped: made.dropped,
        previous: this.head.hash,
      },
      digest,
    );
    this.head = { ...made.article, version: entry.version, hash: entry.hash };
    this.#changes.push(made.steps);
    this.log.push(parseEntry(toJson(entry), 'entry'));
  }
}

/** A reviewer with a session and an editor in step with it. */
class Person {
  session: Session;
  editor: EditorState;
  #count = 0;

  readonly name: string;

  constructor(name: string, article: Article) {
    this.name = name;
    this.session = openSession(name, article);
    this.editor = EditorState.create({ doc: article.doc, plugins: [history()] });
  }

  does(parts: readonly AnyPart[], transaction = this.editor.tr): void {
    this.#count += 1;
    const acted = act(this.session, parts, `${this.name}-${this.#count}`, AT);
    this.session = acted.session;
    if (transaction.steps.length === 0)
      for (const step of moveOf(acted.moves, 'body')?.steps ?? []) transaction.step(step);
    this.editor = this.editor.apply(transaction);
    assert.ok(this.editor.doc.eq(this.session.visible.doc), 'the editor shows what the session sees');
  }

  edits(edit: Edit): void {
    this.does([{ kind: 'text', target: 'body', steps: edit(this.editor.doc) }]);
  }

  turns(command: typeof undo): void {
    command(this.editor, (transaction) => {
      if (transaction.steps.length === 0) this.editor = this.editor.apply(transaction);
      else this.does([{ kind: 'text', target: 'body', steps: transaction.steps }], transaction);
    });
  }

  sends(desk: Desk): void {
    const { session, operation } = takeNext(this.session);
    this.session = session;
    if (operation) desk.take(this.name, operation);
  }

  hears(desk: Desk): void {
    const entry = desk.log[this.session.confirmed.version];
    if (!entry) return;
    const { session, moves } = receive(this.session, entry);
    const { steps, mirrors } = moveOf(moves, 'body') ?? { steps: [], mirrors: [] };
    this.session = session;
    const transaction = this.editor.tr;
    for (const step of steps) transaction.step(step);
    this.editor = this.editor.apply(markIncoming(transaction, { mirrors }));
    assert.ok(this.editor.doc.eq(this.session.visible.doc), 'the editor shows what the session sees');
    this.editor.doc.check();
  }
}

const someParts = (person: Person, luck: Chance, claims: number): readonly AnyPart[] => {
  const { visible } = person.session;
  const length = visible.doc.textContent.length;
  const from = luck.below(length + 1);
  const to = Math.min(length, from + luck.below(6));
  const edit = luck.pick<Edit>([
    insert(from, luck.pick(['a', 'bc', ' d ', '80', 'é'])),
    insert(from, luck.pick(['a', 'bc', ' d ', '80', 'é'])),
    cut(from, to),
    put(from, to, luck.pick(['x', '18'])),
    split(from),
  ]);
  if (luck.likely(0.15) && to > from) {
    const start = Math.max(2, Math.min(from + 2, visible.doc.content.size - 3));
    const place = { from: start, to: start + 1 + luck.below(Math.max(1, visible.doc.content.size - 3 - start)) };
    const quote = quoteAt(visible.doc, place.from, place.to);
    if (quote.exact.trim() !== '')
      return [{ kind: 'claim.mark', claim: `${person.name}${claims}`, place, quote, fields: {} }];
  }
  return [{ kind: 'text', target: 'body', steps: edit(visible.doc) }];
};

const run = (seed: number): void => {
  const luck = chance(seed);
  const desk = new Desk('The map has shifted.\nAlmost 80 percent of the targets.');
  const start = desk.head;
  const people = Array.from({ length: 2 + luck.below(3) }, (_, index) => new Person(`p${index}`, start));
  for (let turn = 0; turn < 60; turn += 1) {
    const person = luck.pick(people);
    const doing = luck.next();
    if (doing < 0.35) {
      const parts = someParts(person, luck, turn);
      if (parts[0]?.kind !== 'text' || parts[0].steps.length > 0) person.does(parts);
    } else if (doing < 0.45) person.turns(luck.likely(0.7) ? undo : redo);
    else if (doing < 0.65) person.sends(desk);
    else person.hears(desk);
  }
  for (let quiet = 0; quiet < 200; quiet += 1)
    for (const person of people) {
      person.sends(desk);
      for (let behind = person.session.confirmed.version; behind < desk.head.version; behind += 1) person.hears(desk);
    }
  for (const person of people) {
    assert.equal(person.session.pending.length, 0);
    same(person.session.confirmed, desk.head);
    same(person.session.visible, desk.head);
    for (const anchor of person.session.confirmed.anchors.values())
      assert.ok(anchor.from <= anchor.to && anchor.to <= desk.head.doc.content.size);
  }
};

describe('a session', () => {
  const first = Number(process.env.SEED ?? 1);
  const count = Number(process.env.SEEDS ?? (IS_WHOLE ? 150 : 40));
  it(`ends with everybody at one state, whatever is typed, undone and heard in between (T3; ${count} seeds from ${first})`, function () {
    this.timeout(120_000);
    for (let seed = first; seed < first + count; seed += 1) {
      try {
        run(seed);
      } catch (error) {
        throw runAgain(`SEED=${seed} SEEDS=1 npx mocha test/client/session.test.ts`, error);
      }
    }
  });
});
