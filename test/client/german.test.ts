import assert from 'node:assert/strict';
import { english } from '../../client/strings/english.ts';
import { german as first } from '../../client/strings/german/index.ts';
import { later as rest } from '../../client/strings/german/later/index.ts';
import { later } from '../../client/strings/later/index.ts';
import type { Message } from '../../client/strings/message.ts';
import { ADMISSION_REFUSALS } from '../../server/accounts/admission.ts';
import { UNPLACED } from '../../server/import/annotations/placing.ts';
import { REMOVAL_REASONS } from '../../server/import/reading.ts';
import { NEW_DESK } from '../../shared/desk.ts';
import type { Format } from '../../shared/export/format.ts';
import { FORMATS } from '../../shared/export/index.ts';
import { FORMER_NAME } from '../../shared/former.ts';
import { richEdition } from '../support/edition.ts';
import { formsOf, isForeign, wordsIn } from '../support/english-words.ts';
import { hostileEdition } from '../support/hostile-edition.ts';

/** Messages that are the same in both languages. */
const SAME: readonly string[] = [
  'account.theme.system',
  'app.name',
  'app.title',
  'passkeys.title',
  'past.slider',
  'report.version',
  'save.offline',
  'search.in',
  'webhooks.title',
  'field.claimant.kind.organization',
  'field.claimant.verb',
  'field.contact.person',
];

const placesIn = (message: Message): readonly string[] => [
  ...new Set(formsOf(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))),
];

const german = { ...first, ...rest };
const rows = Object.entries<Message>(german);
const originals: Readonly<Record<string, Message>> = { ...english, ...later };

describe('the German catalogue', () => {
  it('has every message of the English one, and of its own only words for what comes in English from elsewhere', () => {
    const own = Object.keys(german).filter(
      (key) => !Object.hasOwn(originals, key) && !/^received\.(reason|loss|delivery)\./.test(key),
    );
    assert.deepEqual(own, [
      ...NEW_DESK.scales.flatMap(({ id, name, ratings }) =>
        [name, ...ratings.map(({ label }) => label)].map((words) => `received.scale.${id}.${words}`),
      ),
      `received.person.${FORMER_NAME}`,
      ...[...Object.values(REMOVAL_REASONS), ...Object.values(UNPLACED)].map((words) => `received.removal.${words}`),
      ...Object.keys(FORMATS).map((name) => `received.format.${name}`),
    ]);
    assert.deepEqual(
      Object.keys(originals).filter((key) => !Object.hasOwn(german, key)),
      [],
    );
  });

  it('knows why the server refuses who comes in or decides', () => {
    for (const reason of [...Object.keys(ADMISSION_REFUSALS), 'overtaken', 'not-allowed', 'too-fast', 'bug'])
      assert.ok(Object.hasOwn(german, `received.reason.${reason}`), reason);
  });

  it('knows all that an export loses, in whatever article', () => {
    const editions = [richEdition(), hostileEdition(['<b>'])];
    const losses = Object.values<Format>(FORMATS).flatMap((format) => editions.flatMap((each) => format.losses(each)));
    const names = losses.flatMap(({ kind, things }) => [kind, ...Object.keys(things).map((name) => `${kind}.${name}`)]);
    assert.ok(new Set(names).size > 20);
    for (const name of names) assert.ok(Object.hasOwn(german, `received.loss.${name}`), name);
  });

  it('says in the words of the English one only what is the same in both', () => {
    const same = rows.filter(
      ([key, message]) => /\p{L}/u.test(wordsIn(message)) && JSON.stringify(message) === JSON.stringify(originals[key]),
    );
    assert.deepEqual(same.map(([key]) => key).toSorted(), SAME.toSorted());
  });

  it('has a place for each value of a message and for no other', () => {
    const differing = rows.filter(
      ([key, message]) =>
        Object.hasOwn(originals, key) &&
        placesIn(message).toSorted().join() !==
          placesIn(originals[key] ?? '')
            .toSorted()
            .join(),
    );
    assert.deepEqual(differing, []);
  });

  it('has a form for each number that German tells apart', () => {
    const { pluralCategories } = new Intl.PluralRules('de').resolvedOptions();
    for (const [key, message] of rows)
      if (typeof message === 'object')
        assert.deepEqual(Object.keys(message).toSorted(), pluralCategories.toSorted(), key);
  });

  it('has no English word', () => {
    assert.deepEqual(
      rows.filter(([, message]) => isForeign(wordsIn(message))),
      [],
    );
  });

  it('addresses its reader formally', () => {
    const familiar = rows.filter(([, message]) =>
      formsOf(message).some((form) => /\b(?:du|dich|dir|dein\w*|euch|euer\w*)\b/i.test(form)),
    );
    assert.deepEqual(familiar, []);
  });

  it('quotes and leaves out as German does', () => {
    const wrong = rows.filter(([, message]) => formsOf(message).some((form) => /”|'|"|\S…$/.test(form)));
    assert.deepEqual(wrong, []);
  });
});
