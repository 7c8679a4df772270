import assert from 'node:assert/strict';
import {
  addSource,
  attachSource,
  type Command,
  type Effect,
  editText,
  giveVerdict,
  isSigned,
  lockText,
  markClaim,
  nextClaim,
  previousClaim,
  rate,
  reanchorClaim,
  type Sight,
  stepBack,
  withdrawClaim,
} from '../../client/commands.ts';
import { restoreRemoval, takeOutRemoval } from '../../client/removal-commands.ts';
import type { Article } from '../../shared/article.ts';
import { blankArticle } from '../../shared/article.ts';
import { type AnyPart, parsePart } from '../../shared/operations/index.ts';
import { perform } from '../../shared/rebase.ts';
import type { Role } from '../../shared/roles.ts';
import { titleOf } from '../../shared/schema.ts';
import { plainText } from '../../shared/text.ts';
import { at, docOf } from '../support/notation.ts';

const TEXT = 'cats can fly.\nDogs bark.';
const act = { reviewer: 'ann', at: '2026-01-01T00:00:00.000Z' };

const articleOf = (text: string, ...parts: readonly AnyPart[]): Article =>
  perform({ ...blankArticle(), doc: docOf(text), version: 1 }, parts, act).article;

let ids = 0;
const newId = (): string => `id${++ids}`;

const sight = (
  article: Article,
  more: Partial<Sight> & { readonly role?: Role; readonly words?: string } = {},
): Sight => {
  const { text } = plainText(article.doc);
  const from = more.words === undefined ? 0 : text.indexOf(more.words);
  const selection = { from: at(article.doc, from), to: at(article.doc, from) + (more.words?.length ?? 0) };
  const reviewer = { id: 'ann', role: more.role ?? 'lead' };
  return { article, reviewer, claim: undefined, selection, editing: false, newId, ...more };
};

const effectOf = (command: Command, seen: Sight): Effect | undefined => {
  let effect: Effect | undefined;
  const did = command(seen, (made) => {
    effect = made;
  });
  assert.equal(command(seen), did, 'asking and doing agree');
  return effect;
};

const outcome = (command: Command, seen: Sight): Article => {
  const effect = effectOf(command, seen);
  const performed = perform(seen.article, effect?.parts ?? [], act, { authority: seen.reviewer });
  assert.deepEqual(performed.dropped, []);
  return performed.article;
};

const marked = (words: string): Article => outcome(markClaim(), sight(articleOf(TEXT), { words }));
const onlyClaim = (article: Article): string => [...article.claims.keys()][0] ?? '';

describe('commands', () => {
  describe('marking', () => {
    it('marks the selected words and opens the card', () => {
      const effect = effectOf(markClaim(), sight(articleOf(TEXT), { words: 'can fly' }));
      const [part] = effect?.parts ?? [];
      assert.ok(part?.kind === 'claim.mark');
      assert.equal(part.quote.exact, 'can fly');
      assert.equal(effect?.claim, part.claim);
    });
    it('leaves the white space around the selection out', () => {
      const article = marked(' can ');
      assert.equal(article.claims.get(onlyClaim(article))?.quote.exact, 'can');
    });
    it('cannot be done with nothing but white space selected', () =>
      assert.equal(markClaim()(sight(articleOf(TEXT), { words: ' ' })), false));
    it('can be done in a locked text', () =>
      assert.equal(markClaim()(sight(articleOf(TEXT, { kind: 'article.lock' }), { words: 'cats' })), true));
    it('cannot be done by a viewer', () =>
      assert.equal(markClaim()(sight(articleOf(TEXT), { words: 'cats', role: 'viewer' })), false));
  });

  it('goes to the next and the previous claim in the order of the words', () => {
    const first = marked('Dogs');
    const article = outcome(markClaim(), sight(first, { words: 'cats' }));
    const [dogs, cats] = [...article.claims.keys()];
    assert.equal(effectOf(nextClaim, sight(article))?.claim, cats);
    assert.equal(effectOf(nextClaim, sight(article, { claim: cats }))?.claim, dogs);
    assert.equal(effectOf(nextClaim, sight(article, { claim: dogs }))?.claim, dogs);
    assert.equal(effectOf(previousClaim, sight(article))?.claim, dogs);
  });

  it('rates the open claim by the place in the scale, and asks why', () => {
    const article = marked('cats');
    const seen = sight(article, { claim: onlyClaim(article) });
    assert.equal(effectOf(rate(0), seen)?.form, 'rationale');
    assert.deepEqual(
      [...outcome(rate(4), seen).verdicts.values()].map((each) => each.rating),
      ['true'],
    );
    assert.equal(rate(6)(seen), false);
    assert.equal(rate(0)(sight(article)), false);
  });

  it('keeps the reasons of one’s last verdict when only the rating changes', () => {
    const article = marked('cats');
    const claim = onlyClaim(article);
    const own = { kind: 'verdict.give', verdict: 'v', claim, scale: 'truth@1', rating: 'true', rationale: 'Seen it.' };
    const judged = perform(article, [parsePart(own, '')], act).article;
    const again = outcome(giveVerdict(claim, 'false'), sight(judged));
    assert.equal([...again.verdicts.values()].at(-1)?.rationale, 'Seen it.');
  });

  it('signs the rationale that all write as it stands here, once there is one', () => {
    const article = marked('cats');
    const claim = onlyClaim(article);
    const typed = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'Counted.' }] } };
    const why = parsePart({ kind: 'text', target: { rationale: claim }, steps: [typed] }, '');
    const judged = outcome(giveVerdict(claim, 'true'), sight(article));
    const written = perform(judged, [why], { ...act, reviewer: 'ben' }).article;
    const before = [...written.verdicts.values()].at(-1) ?? assert.fail();
    assert.deepEqual([before.rationale, isSigned(judged, before), isSigned(written, before)], ['', true, false]);
    const again = outcome(giveVerdict(claim, 'true'), sight(written));
    const after = [...again.verdicts.values()].at(-1) ?? assert.fail();
    assert.deepEqual([after.rationale, after.shared, isSigned(again, after)], ['Counted.', true, true]);
  });

  it('adds a new source and its evidence as one', () => {
    const article = marked('cats');
    const effect = effectOf(
      attachSource(onlyClaim(article), { title: 'Atlas' }, { stance: 'supports' }),
      sight(article),
    );
    assert.equal(effect?.atomic, true);
    assert.deepEqual(
      effect?.parts?.map((part) => part.kind),
      ['source.add', 'evidence.attach'],
    );
    assert.equal(addSource(sight(article, { claim: onlyClaim(article), role: 'viewer' })), false);
  });

  it('lets one’s own claim be withdrawn, and a lead anybody’s', () => {
    const article = marked('cats');
    const withdraw = withdrawClaim(onlyClaim(article));
    assert.equal(withdraw(sight(article, { role: 'annotator' })), true);
    assert.equal(withdraw(sight(article, { reviewer: { id: 'ben', role: 'annotator' } })), false);
    assert.equal(withdraw(sight(article, { reviewer: { id: 'ben', role: 'lead' } })), true);
  });

  it('puts only a claim that lost its words on others', () => {
    const article = marked('cats');
    assert.equal(reanchorClaim(onlyClaim(article))(sight(article, { words: 'Dogs' })), false);
  });

  it('edits an open text, and steps back out of it and then out of the card', () => {
    const article = marked('cats');
    assert.equal(editText(sight(article, { role: 'annotator' })), false);
    assert.equal(editText(sight(outcome(lockText, sight(article)))), false);
    assert.deepEqual(effectOf(editText, sight(article)), { editing: true });
    assert.deepEqual(effectOf(stepBack, sight(article, { editing: true, claim: 'c' })), { editing: false });
    assert.deepEqual(effectOf(stepBack, sight(article, { claim: 'c' })), { claim: null });
    assert.equal(stepBack(sight(article)), false);
    const words = { from: 1, to: 4 };
    assert.deepEqual(effectOf(stepBack, sight(article, { selection: words })), { unselect: true });
    assert.deepEqual(effectOf(stepBack, sight(article, { selection: words, claim: 'c' })), { claim: null });
    const suggestions = [{ ...words, sentence: 'One' }];
    const suggested = sight(article, { selection: words, claim: 'c', suggestions });
    assert.deepEqual(effectOf(stepBack, suggested), { unselect: true });
  });

  describe('restoring', () => {
    const removedAt = (position: number): Article => ({
      ...articleOf(TEXT),
      removals: new Map([['r', { id: 'r', text: 'One.\nTwo.', reason: 'Advertisement', at: position }]]),
    });
    const restored = (position: number): string =>
      plainText(outcome(restoreRemoval('r'), sight(removedAt(position))).doc).text;

    it('puts the lines back where they stood', () =>
      assert.equal(restored(2 + 'cats can fly.'.length + 2), 'cats can fly.\nOne.\nTwo.\nDogs bark.'));
    it('puts them after the title at the earliest', () => {
      assert.equal(restored(0), 'One.\nTwo.\ncats can fly.\nDogs bark.');
      assert.equal(titleOf(outcome(restoreRemoval('r'), sight(removedAt(0))).doc), '');
    });
    it('puts them at the end when the text has become shorter', () =>
      assert.equal(restored(10_000), 'cats can fly.\nDogs bark.\nOne.\nTwo.'));
    it('does it once', () => {
      const article = outcome(restoreRemoval('r'), sight(removedAt(0)));
      assert.equal(restoreRemoval('r')(sight(article)), false);
    });

    const restoredAt = (position: number): Article => outcome(restoreRemoval('r'), sight(removedAt(position)));

    it('takes them out again, and then they can be put back', () => {
      const out = outcome(takeOutRemoval('r'), sight(restoredAt(0)));
      assert.equal(plainText(out.doc).text, TEXT);
      assert.equal(restoreRemoval('r')(sight(out)), true);
      assert.equal(takeOutRemoval('r')(sight(out)), false);
    });
    it('takes out those that were put back, where the text says the same twice', () => {
      const line = { id: 'r', text: 'Dogs bark.', reason: 'Stands in the text twice', at: 2 };
      const twice = outcome(restoreRemoval('r'), sight({ ...articleOf(TEXT), removals: new Map([['r', line]]) }));
      assert.equal(plainText(twice.doc).text, 'Dogs bark.\ncats can fly.\nDogs bark.');
      assert.equal(plainText(outcome(takeOutRemoval('r'), sight(twice)).doc).text, TEXT);
    });
    it('leaves them in the text once a claim stands on them or their words changed', () => {
      const marked = outcome(markClaim(), sight(restoredAt(0), { words: 'One' }));
      assert.equal(takeOutRemoval('r')(sight(marked)), false);
      const { doc } = restoredAt(0);
      const changed = { ...restoredAt(0), doc: docOf(plainText(doc).text.replace('One', 'Once')) };
      assert.equal(takeOutRemoval('r')(sight(changed)), false);
    });
  });
});
