import { Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { restoringSteps } from '../../../client/restoring.ts';
import { create, schema } from '../../../shared/schema.ts';
import { type Deed, someRange, steps } from './deed.ts';

export const types: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  person.edits(steps(person, (transform) => transform.insert(from, schema.text(person.wordToKeep()))));
};

export const typesOn: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  let at = from;
  for (const letter of person.word()) {
    const made = steps(person, (transform) => transform.insert(at, schema.text(letter)));
    if (made.length === 0) return;
    person.edits(made);
    at += 1;
  }
};

export const deletes: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, luck.likely(0.1) ? 60 : 8);
  if (from < to) person.edits(steps(person, (transform) => transform.delete(from, to)));
};

export const typesOver: Deed = (person, luck) => {
  const [from, to] = someRange(person, luck, 8);
  const word = person.wordToKeep();
  person.edits(steps(person, (transform) => transform.replaceWith(from, to, schema.text(word))));
};

export const splits: Deed = (person, luck) => {
  const [from] = someRange(person, luck, 0);
  person.edits(steps(person, (transform) => transform.split(from)));
};

export const joins: Deed = (person, luck) => {
  const { doc } = person.editor;
  const boundaries: number[] = [];
  doc.forEach((_node, offset, index) => {
    if (index > 1) boundaries.push(offset);
  });
  if (boundaries.length > 0) person.edits(steps(person, (transform) => transform.join(luck.pick(boundaries))));
};

export const drags: Deed = (person, luck) => {
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

export const restyles: Deed = (person, luck) => {
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

export const replacesAll: Deed = (person, luck) => {
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

export const restores: Deed = (person, luck) => {
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
