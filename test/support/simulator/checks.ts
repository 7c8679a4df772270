import assert from 'node:assert/strict';
import type { Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { sha256 as digest } from '../../../server/digest.ts';
import type { StoredEntry } from '../../../server/storage/log-store.ts';
import { type Article, articleToJson, blankArticle, quoteOf, wordsOf } from '../../../shared/article.ts';
import { canonicalJson } from '../../../shared/canonical.ts';
import { changeOf } from '../../../shared/change.ts';
import { type Entry, firstBroken, parseEntry, replayEntry } from '../../../shared/log.ts';
import type { Operation } from '../../../shared/operation.ts';
import type { AnyPart } from '../../../shared/operations/index.ts';
import { rationaleOf } from '../../../shared/rationale.ts';
import { stepsOf, textsIn } from '../../../shared/rebase.ts';
import { hasRole, type Role } from '../../../shared/roles.ts';
import { settingsOf } from '../../../shared/settings.ts';
import { keyOf } from '../../../shared/target.ts';
import { collapsed, tokens } from '../../../shared/text.ts';
import type { Person } from './person.ts';

/** A state as bytes. */
export const bytesOf = (article: Article): string => canonicalJson(articleToJson(article));

/** The role that each operation was handed in with, by reviewer and operation. */
export type Roles = ReadonlyMap<string, ReadonlySet<Role>>;

const NEEDS: Readonly<Record<string, Role>> = {
  'article.create': 'editor',
  'article.lock': 'lead',
  'article.unlock': 'lead',
  'article.configure': 'lead',
  'outcome.decide': 'lead',
  'outcome.undecide': 'lead',
  'outcome.reinstate': 'lead',
  'article.restore': 'editor',
  'article.unrestore': 'editor',
  'correction.accept': 'editor',
  'correction.decline': 'editor',
};

/** Permission by its own reading of the rules: asked of what took effect, at the head it took effect on (T7). */
const checkPermission = (before: Article, entry: Entry, roles: Roles): void => {
  const had = [...(roles.get(`${entry.reviewer} ${entry.opId}`) ?? [])];
  let locked = before.lock !== undefined;
  for (const part of entry.parts) {
    const body = part.kind === 'text' && part.target === 'body';
    const needed = body ? 'editor' : (NEEDS[part.kind] ?? 'annotator');
    assert.ok(
      had.some((role) => hasRole(role, needed)),
      `T7: ${part.kind} in entry ${entry.version} by ${had}`,
    );
    checkShown(before, entry, part, had);
    if (part.kind === 'thread.revise') {
      const author = before.threads.get(part.thread)?.messages.find(({ id }) => id === part.message)?.reviewer;
      assert.ok(author === undefined || author === entry.reviewer, `T7: ${part.kind} of another's message`);
    }
    if (body) assert.ok(!locked, `T7: text in entry ${entry.version} while locked`);
    if (part.kind === 'text' && part.target !== 'body') checkOpen(before, entry, part.target.rationale);
    if (part.kind === 'article.lock') locked = true;
    if (part.kind === 'article.unlock') locked = false;
    if (part.kind === 'work.move' && part.move === 'sign')
      assert.ok(
        had.some((role) => hasRole(role, 'lead')),
        `T7: signed in entry ${entry.version} by ${had}`,
      );
    if (part.kind === 'work.move' && part.move === 'second') {
      const first = before.work.get(part.claim)?.steps.findLast(({ move }) => move === 'first');
      assert.notEqual(first?.reviewer, entry.reviewer, `T7: both checks in entry ${entry.version} by one`);
    }
    const { blind } = settingsOf(before);
    const configures = entry.parts.some(({ kind }) => kind === 'article.configure');
    const judges = part.kind === 'work.move' || part.kind === 'work.unmove';
    assert.ok(
      !judges || blind === 'no' || configures,
      `T11: ${part.kind} in entry ${entry.version} while work is blind`,
    );
    if (part.kind === 'text' && !body && blind !== 'no')
      assert.ok(
        had.some((role) => hasRole(role, 'lead')),
        `T11: a rationale in entry ${entry.version} by ${had} while work is blind`,
      );
    if (part.kind === 'verdict.reinstate') {
      const { reviewer, withdrawn } = before.verdicts.get(part.verdict) ?? {};
      // What the same entry withdrew, its reviewer withdrew.
      const hands = [reviewer, withdrawn?.reviewer ?? entry.reviewer];
      assert.ok(hands.includes(entry.reviewer), `T7: ${part.kind} of another's verdict`);
    }
    if (part.kind === 'aside.withdraw' || part.kind === 'aside.reinstate') {
      const author = before.asides.get(part.aside)?.reviewer;
      assert.ok(
        author === undefined || author === entry.reviewer || had.some((role) => hasRole(role, 'lead')),
        `T7: ${part.kind} of another's aside`,
      );
    }
    if (part.kind === 'claim.withdraw' || part.kind === 'claim.reinstate') {
      const author = before.claims.get(part.claim)?.reviewer;
      assert.ok(
        author === undefined || author === entry.reviewer || had.some((role) => hasRole(role, 'lead')),
        `T7: ${part.kind} of another's claim`,
      );
    }
  }
};

/** Who sees a record is changed by its author, by those it names, and by a lead; what the same entry made or changed is its own. */
const checkShown = (before: Article, entry: Entry, part: AnyPart, had: readonly Role[]): void => {
  const [record, to] =
    part.kind === 'source.revise'
      ? [before.sources.get(part.source), part.fields.visibility]
      : part.kind === 'evidence.revise'
        ? [before.evidence.get(part.evidence), part.fields.visibility]
        : part.kind === 'contact.revise'
          ? [before.contacts.get(part.contact), part.fields.visibility]
          : part.kind === 'thread.show'
            ? [before.threads.get(part.thread), part.visibility]
            : [];
  if (!record || to === undefined) return;
  const author = 'messages' in record ? record.messages[0]?.reviewer : record.reviewer;
  const { visibility } = record;
  const isNamed = Array.isArray(visibility) && visibility.includes(entry.reviewer);
  const isLead = !Array.isArray(visibility) && had.some((role) => hasRole(role, 'lead'));
  const isSame = JSON.stringify(visibility ?? 'desk') === JSON.stringify(to);
  assert.ok(
    isSame || author === entry.reviewer || isNamed || isLead,
    `T7: ${part.kind} in entry ${entry.version} shows what is not theirs`,
  );
};

/** A rationale is written in only while its claim is there and not withdrawn. */
const checkOpen = (before: Article, entry: Entry, claim: string): void => {
  const made = entry.parts.some((part) => part.kind === 'claim.mark' && part.claim === claim);
  const back = entry.parts.some((part) => part.kind === 'claim.reinstate' && part.claim === claim);
  const known = before.claims.get(claim);
  assert.ok(
    known ? !known.withdrawn || back : made,
    `T7: entry ${entry.version} writes why of ${claim}, which is not there`,
  );
};

const checkAnchors = (article: Article, version: number): void => {
  for (const id of article.claims.keys())
    assert.ok(article.anchors.has(id), `T5: the claim ${id} lost its anchor in entry ${version}`);
  for (const [id, anchor] of article.anchors) {
    assert.ok(
      anchor.from >= 0 && anchor.from <= anchor.to && anchor.to <= article.doc.content.size,
      `the anchor ${id} is outside the text`,
    );
    const words = collapsed(wordsOf(article, id));
    if (anchor.state === 'orphaned') assert.equal(anchor.from, anchor.to);
    else assert.ok(anchor.from < anchor.to);
    if (anchor.state === 'exact' || anchor.state === 'moved')
      assert.equal(words, collapsed(quoteOf(article, id).exact), `T4: ${id} says ${anchor.state}`);
  }
};

/** An accepted correction put its own words in the place of the very words that it was suggested for (T4). */
const checkCorrected = (before: Article, entry: Entry, after: Article): void => {
  for (const part of entry.parts) {
    if (part.kind !== 'correction.accept') continue;
    const correction = before.corrections.get(part.correction);
    assert.ok(correction, `T4: entry ${entry.version} accepted what nobody suggested`);
    assert.equal(
      collapsed(wordsOf(before, correction.id)),
      collapsed(correction.quote.exact),
      `T4: entry ${entry.version} replaced other words`,
    );
    assert.equal(wordsOf(after, correction.id), correction.to, `T4: entry ${entry.version} brought other words`);
  }
};

/** What a person sent, by reviewer and operation. */
export type Sent = ReadonlyMap<string, Operation>;

/**
 * The steps that an operation ought to become: ProseMirror's own recipe for rebasing, made with whole documents. It says the same
 * as the kernel wherever nothing but text is in the operation and none of it was refused.
 */
const rebasedByTheBook = (base: Node, over: readonly Step[], sent: readonly Step[]): readonly Step[] => {
  const made = new Transform(base);
  for (const step of sent) made.step(step);
  const back = made.steps.map((step, index) => step.invert(made.docs[index] ?? base)).reverse();
  const transform = new Transform(made.doc);
  for (const step of [...back, ...over]) transform.step(step);
  const mapping = transform.mapping as typeof transform.mapping & { setMirror(one: number, other: number): void };
  return sent.flatMap((step, index) => {
    const ahead = sent.length - index;
    const mapped = step.map(mapping.slice(ahead));
    if (!mapped || transform.maybeStep(mapped).failed !== null) return [];
    mapping.setMirror(ahead - 1, transform.steps.length - 1);
    return [mapped];
  });
};

const checkRebase = (
  states: readonly Article[],
  entries: readonly Entry[],
  entry: Entry,
  sent: Operation | undefined,
): void => {
  const base = sent && states[sent.base];
  if (!base || entry.dropped.length > 0 || sent.parts.some((part) => part.kind !== 'text')) return;
  for (const target of new Map(textsIn(sent.parts).map((part) => [keyOf(part.target), part.target])).values()) {
    const over = entries.slice(sent.base, entry.version - 1).flatMap(({ parts }) => stepsOf(parts, target));
    const text = target === 'body' ? base.doc : rationaleOf(base.rationales, target.rationale).doc;
    const expected = rebasedByTheBook(text, over, stepsOf(sent.parts, target));
    if (expected.length === stepsOf(sent.parts, target).length) {
      assert.equal(
        canonicalJson(stepsOf(entry.parts, target)),
        canonicalJson(expected),
        `entry ${entry.version} is not rebased as by the book`,
      );
    }
  }
};

/** A claim whose words an entry took from one place and brought, once and uncut, to another is not orphaned by it (T5). */
const checkCarried = (before: Article, entry: Entry, after: Article): void => {
  const text = tokens(after.doc, 0, after.doc.content.size);
  const brought = stepsOf(entry.parts, 'body').flatMap((step) =>
    changeOf(step, undefined).ranges.map((range) => range.brought),
  );
  for (const [id, anchor] of after.anchors) {
    const old = before.anchors.get(id);
    if (!old || old.state === 'orphaned' || anchor.state !== 'orphaned') continue;
    const words = tokens(before.doc, old.from, old.to).replaceAll(/^\u2028+|\u2028+$/g, '');
    const stoodOnce = tokens(before.doc, 0, before.doc.content.size).split(words).length === 2;
    const once = stoodOnce && text.split(words).length === 2 && brought.some((each) => each.split(words).length === 2);
    const at = text.indexOf(words);
    const cut =
      /[\p{L}\p{N}\p{M}]{2}/u.test(text.slice(at - 1, at + 1)) ||
      /[\p{L}\p{N}\p{M}]{2}/u.test(text.slice(at + words.length - 1, at + words.length + 1));
    assert.ok(
      words.length < 8 || !once || cut,
      `T5: entry ${entry.version} orphaned ${id}, whose words it brought elsewhere`,
    );
  }
};

/** Replays what is durable by itself and holds it to the rules; returns the state at every version. */
export const checkLog = (durable: ReadonlyMap<number, StoredEntry>, roles: Roles, sent: Sent): readonly Article[] => {
  const entries = Array.from({ length: durable.size }, (_, index) => {
    const stored = durable.get(index + 1);
    assert.ok(stored, `T3: version ${index + 1} is missing`);
    return parseEntry(JSON.parse(stored.body), 'entry');
  });
  assert.equal(firstBroken(entries, digest), undefined, 'T9: the chain is broken');
  const operations = entries.map(operationOf);
  assert.equal(new Set(operations).size, operations.length, 'T2: an operation is in the log twice');
  const states = [blankArticle()];
  for (const entry of entries) {
    const before = states.at(-1) ?? blankArticle();
    checkPermission(before, entry, roles);
    const after = replayEntry(before, entry).article;
    after.doc.check();
    for (const { doc } of after.rationales.values()) doc.check();
    checkAnchors(after, entry.version);
    checkCarried(before, entry, after);
    checkCorrected(before, entry, after);
    checkRebase(states, entries, entry, sent.get(operationOf(entry)));
    states.push(after);
  }
  return states;
};

const operationOf = (entry: Entry): string => `${entry.reviewer} ${entry.opId}`;

const broughtIn = (parts: readonly AnyPart[]): readonly string[] =>
  textsIn(parts).flatMap(({ steps }) =>
    steps.flatMap((step) => changeOf(step, undefined).ranges.map((range) => range.brought)),
  );

/** Every word that somebody typed is in the log, or was given back to its author (T10). */
export const checkNothingLost = (durable: ReadonlyMap<number, StoredEntry>, people: readonly Person[]): void => {
  const logged = [...durable.values()].flatMap(({ body }) => broughtIn(parseEntry(JSON.parse(body), 'entry').parts));
  const log = logged.join(' ');
  for (const person of people) {
    const back = person.givenBack.flatMap(({ parts }) => broughtIn(parts)).join(' ');
    for (const word of person.typed) {
      assert.ok(log.includes(word) || back.includes(word), `T10: "${word}" of ${person.id} is nowhere`);
    }
  }
};
