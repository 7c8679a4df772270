import assert from 'node:assert/strict';
import { Fragment, Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { correctingSteps } from '../../client/correcting.ts';
import { returned } from '../../client/given-back.ts';
import { history, markActed, redo, turningOf, undo } from '../../client/history.ts';
import { restoringSteps } from '../../client/restoring.ts';
import { sha256 as digest } from '../../server/digest.ts';
import { Room } from '../../server/room.ts';
import { memoryLogStore } from '../../server/storage/memory-log-store.ts';
import { articleFromJson, articleToJson } from '../../shared/article.ts';
import { parseOperation } from '../../shared/operation.ts';
import { quoteAt } from '../../shared/quote.ts';
import { rationaleSchema } from '../../shared/rationale.ts';
import type { Role } from '../../shared/roles.ts';
import { create, schema } from '../../shared/schema.ts';
import {
  at,
  cut,
  docOf,
  type Edit,
  insert,
  marksOf,
  put,
  readNotation,
  replaceAll,
  write,
} from '../support/notation.ts';
import { Person, type Request } from '../support/simulator/person.ts';
import { testTime } from '../support/time.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface Seat {
  readonly person: Person;
  role: Role;
  readonly requests: Request[];
}

/** Two people with the real session, text and history each, at a real room; nothing goes to and fro but in `meets`. */
class Desk {
  readonly #room: Room;
  readonly #seats: readonly Seat[];
  /** What went wrong while entries were told. */
  readonly #reports: readonly unknown[];

  private constructor(room: Room, seats: readonly Seat[], reports: readonly unknown[]) {
    this.#room = room;
    this.#seats = seats;
    this.#reports = reports;
  }

  static async open(line: string): Promise<Desk> {
    const { clock } = testTime();
    const reports: unknown[] = [];
    const parts = { store: memoryLogStore(), clock, digest, report: (error: unknown) => void reports.push(error) };
    const { text, claims } = readNotation(line);
    const removals = [{ id: 'r', text: 'Read also', reason: 'Menu', at: 2 }];
    const origin = { format: 'text', url: '', language: '' };
    const una = { id: 'una', role: 'lead' } as const;
    const creation = { kind: 'article.create', doc: docOf(text), origin, removals } as const;
    const room = await Room.create(parts, 'desk', una, creation);
    if (!(room instanceof Room)) throw new Error(JSON.stringify(room));
    await room.perform(una, { opId: 'marks', base: 1, parts: marksOf(room.article.doc, claims) });
    const json = JSON.stringify(articleToJson(room.article));
    const seats = ['ann', 'ben'].map((id) => {
      const requests: Request[] = [];
      const person = new Person(
        id,
        LETTERS,
        articleFromJson(JSON.parse(json)),
        (each) => requests.push(each),
        clock.now,
      );
      room.subscribe((entries) =>
        person.hears({ kind: 'entries', entries: entries.map((entry) => JSON.parse(JSON.stringify(entry))) }),
      );
      person.joined = true;
      return { person, role: 'lead' as Role, requests };
    });
    return new Desk(room, seats, reports);
  }

  seat(index: number): Seat {
    const seat = this.#seats[index];
    if (!seat) throw new Error('there are two');
    return seat;
  }

  get ann(): Person {
    return this.seat(0).person;
  }

  get ben(): Person {
    return this.seat(1).person;
  }

  /** All that waits is sent, and everyone has heard of everything; then all have the same, written in the notation. */
  async meets(): Promise<string> {
    while (this.#seats.some(({ person }) => person.session.pending.length > 0)) {
      for (const seat of this.#seats) await this.#sends(seat);
    }
    assert.deepEqual(this.#reports, []);
    const [all, ...others] = [this.#room.article, this.ann.session.visible, this.ben.session.visible].map(write);
    for (const other of others) assert.equal(other, all);
    return all ?? '';
  }

  async #sends({ person, role, requests }: Seat): Promise<void> {
    person.flushes();
    for (const request of requests.splice(0))
      if (request.kind === 'operation')
        await this.#room.perform({ id: person.id, role }, parseOperation(request.operation, 'operation'));
  }
}

const types = (person: Person, edit: Edit): void => person.edits(edit(person.editor.doc));

const marks = (person: Person, from: number, to: number, id = 'm'): void =>
  person.does(marksOf(person.editor.doc, [{ id, from, to }]));

const reanchors = (person: Person, claim: string, exact: string): void =>
  person.does([{ kind: 'claim.reanchor', claim, quote: { exact, prefix: '', suffix: '' } }]);

const restores = (person: Person): void => {
  const removal = person.session.visible.removals.get('r');
  if (!removal) throw new Error('nothing was removed');
  const steps = restoringSteps(person.editor.doc, removal);
  person.does(
    [
      { kind: 'text', target: 'body', steps },
      { kind: 'article.restore', removal: 'r' },
    ],
    true,
  );
};

const isWithdrawn = (person: Person, claim = 'm'): boolean =>
  person.session.visible.claims.get(claim)?.withdrawn !== undefined;

const isRestored = (person: Person): boolean => person.session.visible.removals.get('r')?.restored !== undefined;

describe('own history', () => {
  it('takes typing and marking back in the order they were done, and does both again', async () => {
    const desk = await Desk.open('the moon is far');
    const { ann } = desk;
    types(ann, insert(15, ' away'));
    marks(ann, 4, 8);
    types(ann, insert(0, 'Look: '));
    const whole = 'Look: the [m:moon] is far away';
    assert.equal(await desk.meets(), whole);
    ann.undoes();
    assert.equal(await desk.meets(), 'the [m:moon] is far away');
    ann.undoes();
    assert.deepEqual([isWithdrawn(desk.ben), await desk.meets()], [false, 'the [m:moon] is far away']);
    assert.ok(isWithdrawn(desk.ben));
    ann.undoes();
    assert.equal(await desk.meets(), 'the [m:moon] is far');
    for (let times = 0; times < 3; times += 1) ann.redoes();
    assert.equal(await desk.meets(), whole);
    assert.equal(isWithdrawn(desk.ben), false);
  });

  it('takes back what has not been sent yet, in the right order', async () => {
    const desk = await Desk.open('the moon is far');
    marks(desk.ann, 4, 8);
    desk.ann.undoes();
    desk.ann.redoes();
    desk.ann.undoes();
    types(desk.ben, insert(0, 'Look: '));
    assert.equal(await desk.meets(), 'Look: the [m:moon] is far');
    assert.ok(isWithdrawn(desk.ben));
  });

  it('does again what was done within words that were done again, however often', async () => {
    const desk = await Desk.open('the moon is far');
    const { ann } = desk;
    const texts = [write(ann.session.visible)];
    for (const edit of [insert(8, ' abcdef'), insert(11, 'X'), cut(9, 10)]) {
      types(ann, edit);
      texts.push(await desk.meets());
    }
    assert.equal(texts.at(-1), 'the moon bXcdef is far');
    for (let times = 0; times < 2; times += 1) {
      for (const text of texts.slice(0, -1).reverse()) {
        ann.undoes();
        assert.equal(await desk.meets(), text);
      }
      for (const text of texts.slice(1)) {
        ann.redoes();
        assert.equal(await desk.meets(), text);
      }
    }
  });

  it('forgets what could be done again once something else is done', async () => {
    const desk = await Desk.open('the moon is far');
    marks(desk.ann, 4, 8);
    desk.ann.undoes();
    marks(desk.ann, 12, 15, 'n');
    desk.ann.redoes();
    await desk.meets();
    assert.ok(isWithdrawn(desk.ben));
  });

  it('withdraws and brings back', async () => {
    const desk = await Desk.open('the [c:moon] is far');
    desk.ann.does([{ kind: 'claim.withdraw', claim: 'c' }]);
    desk.ann.undoes();
    await desk.meets();
    assert.equal(isWithdrawn(desk.ben, 'c'), false);
    desk.ann.redoes();
    await desk.meets();
    assert.ok(isWithdrawn(desk.ben, 'c'));
  });

  it('leaves a claim alone that the other has worked on since, and goes on to what was before', async () => {
    const desk = await Desk.open('the moon is far');
    types(desk.ann, insert(15, ' away'));
    marks(desk.ann, 4, 8);
    await desk.meets();
    desk.ben.does([{ kind: 'claim.revise', claim: 'm', fields: { statement: 'The moon is far.' } }]);
    await desk.meets();
    desk.ann.undoes();
    assert.equal(await desk.meets(), 'the [m:moon] is far away');
    assert.equal(isWithdrawn(desk.ben), false);
    desk.ann.undoes();
    assert.equal(await desk.meets(), 'the [m:moon] is far');
  });

  it('takes back a claim that only oneself has worked on', async () => {
    const desk = await Desk.open('the moon is far');
    marks(desk.ann, 4, 8);
    desk.ann.does([{ kind: 'claim.revise', claim: 'm', fields: { statement: 'The moon is far.' } }]);
    desk.ann.undoes();
    await desk.meets();
    assert.ok(isWithdrawn(desk.ben));
  });

  it('takes a claim off other words, and then gives it its own back, while the other types before it (T5)', async () => {
    const desk = await Desk.open('the [c:moon] is far');
    types(desk.ann, cut(4, 8));
    await desk.meets();
    reanchors(desk.ann, 'c', 'far');
    types(desk.ben, insert(0, 'Look: '));
    assert.equal(await desk.meets(), 'Look: the  is [c~:far]');
    desk.ann.undoes();
    types(desk.ben, insert(0, 'Now '));
    assert.equal(await desk.meets(), 'Now Look: the  is far {c}');
    desk.ann.redoes();
    assert.equal(await desk.meets(), 'Now Look: the  is [c~:far]');
    desk.ann.undoes();
    desk.ann.undoes();
    assert.equal(await desk.meets(), 'Now Look: the [c:moon] is far');
  });

  it('takes a re-anchoring back together with the paste that it came by, and does both again', () => {
    let state = EditorState.create({ doc: docOf('the moon is far'), plugins: [history()] });
    const takeback = (part: 'claim.detach' | 'claim.withdraw') =>
      ({ parts: [{ kind: part, claim: 'c' }], known: new Set<string>() }) as const;
    state = state.apply(state.tr.insertText('moon ', 3));
    state = state.apply(markActed(state.tr, takeback('claim.detach'), true));
    undo(state, (transaction) => {
      assert.deepEqual(turningOf(transaction)?.takeback?.parts, takeback('claim.detach').parts);
      assert.equal(transaction.doc.textContent, 'the moon is far');
      state = state.apply(markActed(transaction, takeback('claim.withdraw')));
    });
    assert.equal(undo(state), false);
    redo(state, (transaction) => assert.equal(turningOf(transaction)?.takeback?.parts[0]?.kind, 'claim.withdraw'));
  });

  describe('of a line that import removed', () => {
    it('takes text and note out together, and puts both in again (T10)', async () => {
      const desk = await Desk.open('far');
      restores(desk.ann);
      assert.deepEqual([await desk.meets(), isRestored(desk.ben)], ['Read also\nfar', true]);
      desk.ann.undoes();
      assert.deepEqual([await desk.meets(), isRestored(desk.ben)], ['far', false]);
      desk.ann.redoes();
      assert.deepEqual([await desk.meets(), isRestored(desk.ben)], ['Read also\nfar', true]);
    });
    it('leaves what the other typed into it', async () => {
      const desk = await Desk.open('far');
      restores(desk.ann);
      await desk.meets();
      types(desk.ben, insert(4, 'XYZ'));
      await desk.meets();
      desk.ann.undoes();
      assert.match(await desk.meets(), /XYZ/);
      assert.equal(isRestored(desk.ben), false);
    });
    it('takes out neither when the text was locked meanwhile, and nothing breaks', async () => {
      const desk = await Desk.open('far');
      restores(desk.ben);
      await desk.meets();
      desk.ann.does([{ kind: 'article.lock' }]);
      desk.ben.undoes(); // the lock is there first: the server refuses both
      assert.deepEqual([await desk.meets(), isRestored(desk.ann)], ['Read also\nfar', true]);
      assert.equal(desk.ben.givenBack.length, 1);
      desk.ben.redoes();
      assert.equal(await desk.meets(), 'Read also\nfar');
    });
    it('stays to be taken back until the text is open again', async () => {
      const desk = await Desk.open('far');
      restores(desk.ben);
      await desk.meets();
      desk.ann.does([{ kind: 'article.lock' }]);
      await desk.meets();
      desk.ben.undoes();
      desk.ann.does([{ kind: 'article.unlock' }]);
      assert.equal(await desk.meets(), 'Read also\nfar');
      desk.ben.undoes();
      assert.equal(await desk.meets(), 'far');
    });
  });

  it('brings words over the end of a paragraph back, though the other has typed into what was typed over them (T10)', async () => {
    for (const offset of [9, 10, 11, 12]) {
      const desk = await Desk.open('the moon is far\nthe sun is near\nand so on');
      const { doc } = desk.ann.editor;
      const typed = create('paragraph', null, [schema.text('…r')]);
      const [from, to] = [at(doc, 9), doc.content.size - (doc.lastChild?.nodeSize ?? 0)];
      desk.ann.edits([new ReplaceStep(from, to, new Slice(Fragment.from(typed), 1, 0))]);
      assert.equal(await desk.meets(), 'the moon …r\nand so on');
      types(desk.ben, insert(offset, '12'));
      await desk.meets();
      desk.ann.undoes();
      const text = await desk.meets();
      assert.ok(text.includes('12'));
      assert.equal(text.replace('12', ''), 'the moon is far\nthe sun is near\nand so on');
    }
  });

  it('goes on with what was before when the server refused an act or its undo', async () => {
    const desk = await Desk.open('the moon is far');
    types(desk.ann, insert(15, ' away'));
    await desk.meets();
    desk.seat(0).role = 'viewer';
    marks(desk.ann, 4, 8);
    await desk.meets();
    desk.seat(0).role = 'lead';
    desk.ann.undoes(); // of the mark that is not there
    desk.ann.undoes();
    assert.equal(await desk.meets(), 'the moon is far');
  });

  it('leaves a move alone whose words have no place to go back to, and takes nothing of the other away', async () => {
    const desk = await Desk.open('one.\ntwo two.\nthree.');
    const change = new Transform(desk.ann.editor.doc);
    const second = change.doc.child(2);
    const from = change.doc.child(0).nodeSize + change.doc.child(1).nodeSize;
    change.delete(from, from + second.nodeSize).insert(change.doc.content.size, second);
    desk.ann.edits(change.steps);
    assert.equal(await desk.meets(), 'one.\nthree.\ntwo two.');
    types(desk.ben, put(2, 9, 'X'));
    const before = await desk.meets();
    assert.match(before, /two two\./);
    desk.ann.undoes();
    assert.match(await desk.meets(), /two two\./);
  });

  // What was done in two goes is one operation once it waits, and what stands on words follows an operation once (seed 30547).
  it('gives back what finds no place when all that waits is done again on what came back as it was sent (T10)', async () => {
    const desk = await Desk.open('0 11 222 3333 44444.\n9 000 1111');
    const { ann } = desk;
    types(ann, insert(20, 'wox'));
    ann.flushes();
    const place = { from: 10, to: 16 };
    const quote = quoteAt(ann.editor.doc, place.from, place.to);
    ann.does([{ kind: 'correction.suggest', correction: 'k', place, quote, to: '2 3333 wnox', why: '' }]);
    types(ann, replaceAll('0 11 222 3333 44444.wox\n9 000 1111'));
    types(ann, insert(25, 'w'));
    const correction = ann.session.visible.corrections.get('k') ?? assert.fail();
    const steps = correctingSteps(ann.session.visible, correction) ?? assert.fail();
    const accept = { kind: 'correction.accept', correction: 'k' } as const;
    ann.does([{ kind: 'text', target: 'body', steps }, accept], true);
    await desk.meets();
    const [back] = ann.givenBack;
    assert.deepEqual(back && returned(back).map(({ text }) => text), ['wnox', '']);
  });

  describe('of a rationale', () => {
    const target = { rationale: 'c' };
    const why = (person: Person): string => person.editors.of(target).doc.textContent;
    const says = (person: Person, at: number, words: string): void =>
      person.edits(new Transform(person.editors.of(target).doc).insert(at, rationaleSchema.text(words)).steps, target);

    it('takes back what was typed in it, and the article’s takes back what was done there', async () => {
      const desk = await Desk.open('the [c:moon] is far');
      const { ann } = desk;
      types(ann, insert(0, 'Look: '));
      says(ann, 1, 'Measured.');
      ann.undoes();
      assert.deepEqual(
        [await desk.meets(), why(ann), why(desk.ben)],
        ['the [c:moon] is far', 'Measured.', 'Measured.'],
      );
      ann.undoes(target);
      ann.redoes();
      assert.deepEqual([await desk.meets(), why(ann), why(desk.ben)], ['Look: the [c:moon] is far', '', '']);
      ann.redoes(target);
      await desk.meets();
      assert.equal(why(desk.ben), 'Measured.');
    });

    it('leaves what others typed into it', async () => {
      const desk = await Desk.open('the [c:moon] is far');
      says(desk.ann, 1, 'Measured twice.');
      await desk.meets();
      says(desk.ben, 10, 'and weighed ');
      await desk.meets();
      desk.ann.undoes(target);
      await desk.meets();
      assert.deepEqual([why(desk.ann), why(desk.ben)], ['and weighed ', 'and weighed ']);
      desk.ben.undoes(target);
      await desk.meets();
      assert.deepEqual([why(desk.ann), why(desk.ben)], ['', '']);
    });

    it('goes on while the text is locked, where the article’s waits', async () => {
      const desk = await Desk.open('the [c:moon] is far');
      const { ann, ben } = desk;
      types(ann, insert(0, 'Look: '));
      says(ann, 1, 'Measured.');
      await desk.meets();
      ben.does([{ kind: 'article.lock' }]);
      await desk.meets();
      ann.undoes();
      ann.undoes(target);
      assert.deepEqual([await desk.meets(), why(ben)], ['Look: the [c:moon] is far', '']);
    });

    it('gives the words back to who typed them when the claim was withdrawn meanwhile (T10)', async () => {
      const desk = await Desk.open('the [c:moon] is far');
      const { ann, ben } = desk;
      ann.does([{ kind: 'claim.withdraw', claim: 'c' }]);
      says(ben, 1, 'Measured.');
      await desk.meets();
      assert.equal(why(ben), '');
      const [back] = ben.givenBack;
      assert.deepEqual(back && returned(back).map(({ why: reason, text }) => [reason, text]), [
        ['The claim has been withdrawn.', 'Measured.'],
      ]);
    });
  });
});
