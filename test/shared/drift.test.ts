import assert from 'node:assert/strict';
import { CLAIMANT_FIELDS } from '../../shared/attribution.ts';
import { driftBetween, driftsOf } from '../../shared/drift.ts';
import { withEmpty } from '../../shared/fields.ts';
import { HEDGE_RULE, type HedgeRule } from '../../shared/hedge-rule.ts';

/** A finding in a line: `hedge-lost almost 80 → 80`, with a share that was worked out. */
const told = (before: string, after: string): readonly string[] =>
  driftBetween(before, after).map(
    ({ kind, before: old, after: now, share }) =>
      `${kind} ${old} → ${now}${share === undefined ? '' : ` = ${(100 * share).toFixed(1)}`}`,
  );

const drifts = (before: string, after: string, ...expected: readonly string[]): void => {
  it(`${before} ⇒ ${after}`, () => assert.deepEqual([...told(before, after)].sort(), [...expected].sort()));
};

describe('drift of wording', () => {
  describe('finds nothing where nothing is said differently', () => {
    drifts('The bridge cost 12 million euros.', 'The  bridge cost 12 million euros.');
    drifts('The bridge cost 12 million euros.', 'The bridge cost 12,000,000 euros.');
    drifts('Almost 80 percent of the farms are dry.', 'Nearly 80 per cent of the farms are dry.');
    drifts('About 250,000 people fled.', 'Some 250,000 people fled.');
    drifts('Four in five farms are dry.', '80% of farms are dry.');
    drifts('Two-thirds of the seats were sold.', 'Two thirds of the seats were sold.');
    drifts('The fields lie in areas the state does not hold.', 'The fields lie in areas not held by the state.');
    drifts(
      'The fields lie in areas not controlled by the state.',
      'The fields lie in areas outside the control of the state.',
    );
    drifts('The mayor may resign.', 'The mayor might resign.');
    drifts('He met delegates of the United Nations.', 'He met delegates of the UN.');
    drifts('', 'Anything at all.');
  });

  describe('hedges', () => {
    drifts(
      'almost 80 percent of farms are dry',
      '80 percent of farms are dry',
      'hedge-lost almost 80 percent → 80 percent',
    );
    drifts('at least 40 people died', '40 people died', 'hedge-lost at least 40 → 40');
    drifts('up to 40 people died', 'at least 40 people died', 'hedge-changed up to 40 → at least 40');
    drifts('40 people died', 'about 40 people died', 'hedge-gained 40 → about 40');
    drifts('almost 80 percent are dry', 'four-fifths are dry', 'hedge-lost almost 80 percent → four-fifths');
    drifts('The dam may fail.', 'The dam will fail.', 'hedge-lost may → ');
    drifts('The dam failed.', 'The dam reportedly failed.', 'hedge-gained  → reportedly');
    drifts('The dam will probably fail.', 'The dam reportedly will fail.', 'hedge-changed probably → reportedly');
    drifts('It happened in May near the dam.', 'It happened near the dam.');
  });

  describe('qualifiers', () => {
    drifts('the declared farms were dry', 'the farms were dry', 'qualifier-lost declared farms → ');
    drifts('the farms were dry', 'the registered farms were dry', 'qualifier-gained  → registered farms');
    drifts('Average rents rose.', 'Rents rose.', 'qualifier-lost Average rents → ');
  });

  describe('numbers', () => {
    drifts(
      '49 of 64 farms are dry',
      'almost 80 percent of farms are dry',
      'number-fits 49 of 64 → almost 80 percent = 76.6',
    );
    drifts('49 of 64 farms are dry', '80 percent of farms are dry', 'number-changed 49 of 64 → 80 percent = 76.6');
    drifts(
      '49 of 64 farms are dry',
      'more than 80 percent of farms are dry',
      'number-changed 49 of 64 → more than 80 percent = 76.6',
    );
    drifts('49 of 64 farms are dry', '77 percent of farms are dry', 'number-fits 49 of 64 → 77 percent = 76.6');
    drifts(
      '49 of 64 farms are dry',
      'about three quarters of farms are dry',
      'number-fits 49 of 64 → about three quarters = 76.6',
    );
    drifts(
      '49 out of the 64 farms are dry',
      '49 of 65 farms are dry',
      'number-changed 49 out of the 64 → 49 of 65 = 76.6',
    );
    drifts('49 of 64 farms are dry', '49 farms are dry', 'whole-lost 49 of 64 → 49 = 76.6');
    drifts('49 of 64 farms are dry', 'most farms are dry', 'number-fits 49 of 64 → most = 76.6');
    drifts('21 of 64 farms are dry', 'most farms are dry', 'number-changed 21 of 64 → most = 32.8');
    drifts('248,912 people fled', 'about 250,000 people fled', 'number-fits 248,912 → about 250,000');
    drifts('248,912 people fled', '250,000 people fled', 'number-changed 248,912 → 250,000');
    drifts('2.5 million people fled', '25 million people fled', 'number-changed 2.5 million → 25 million');
    drifts('The bridge cost 12 million euros.', 'The bridge cost millions.', 'number-lost 12 million → ');
    drifts('The bridge was costly.', 'The bridge cost 12 million euros.', 'number-gained  → 12 million');
    drifts('It closed in 2014.', 'It closed in 2015.', 'number-changed 2014 → 2015');
    drifts('It opened on October 21.', 'It opened on October 22.', 'number-changed 21 → 22');
    drifts(
      'Of the 64 farms the board named, 49 lie there.',
      '49 of 64 farms lie there, almost four-fifths, the board named.',
      'number-fits 49 … 64 → almost four-fifths = 76.6',
    );
    drifts(
      'Of 64 farms 49 may lie there.',
      'Four fifths of the farms lie there.',
      'hedge-lost may → ',
      'number-gained  → Four fifths',
      'number-lost 64 → ',
      'number-lost 49 → ',
    );
    drifts('49 farms of the valley in 2015 were dry', '49 farms of the valley were dry');
  });

  describe('words', () => {
    drifts(
      '80 percent of the targets lay there',
      '80 percent of the strikes lay there',
      'word-replaced targets → strikes',
    );
    drifts('12 people were injured', '12 people were killed', 'word-replaced injured → killed');
    drifts('The drug is linked to falls.', 'The drug causes falls.', 'word-replaced linked → causes');
    drifts(
      'The mayor was charged with fraud.',
      'The mayor was convicted of fraud.',
      'word-replaced charged → convicted',
    );
    drifts('30 percent of farms are dry', '30 percent of orchards are dry', 'word-replaced farms → orchards');
    drifts('Rents in the city rose.', 'Rents in the city fell.', 'word-replaced rose → fell');
    drifts('The old mill burned down', 'The old barn burned down', 'word-changed mill → barn');
  });

  describe('negation', () => {
    drifts('The dam did not fail.', 'The dam did fail.', 'negation-lost not fail → ');
    drifts("The dam didn't fail.", 'The dam failed.', "negation-lost n't fail → ");
    drifts('The dam failed.', 'The dam never failed.', 'negation-gained  → never failed');
    drifts('no more than 40 people died', 'at most 40 people died');
  });

  describe('names', () => {
    drifts(
      'The report came from Oxford in spring.',
      'The report came from Leeds in spring.',
      'name-replaced Oxford → Leeds',
    );
    drifts('The report by the Dairy Board was short.', 'The report was short.', 'name-lost Dairy Board → ');
    drifts('The report was short.', 'The report by NASA was short.', 'name-gained  → NASA');
    it('of who speaks are no drift', () =>
      assert.deepEqual(
        driftBetween('The moon is far.', 'The moon is far, said Ada Minister.', { speakers: ['Ada Minister'] }),
        [],
      ));
  });

  it('tells what may change the sense before what seldom does', () => {
    const kinds = driftBetween('49 of 64 declared targets lay there', 'almost 80 percent of strikes lay there').map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds, ['qualifier-lost', 'word-replaced', 'number-fits']);
  });

  it('takes English where there is no table for a language', () =>
    assert.deepEqual(driftBetween('almost 80 percent', '80 percent', { language: 'tlh' })[0]?.kind, 'hedge-lost'));
});

describe('the drift along an attribution', () => {
  const link = (name: string, words: string) => withEmpty(CLAIMANT_FIELDS, { name, words });
  const claim = {
    attribution: [
      link('Ada Minister', 'Four fifths of the cheeses come from outside the valley.'),
      link('The Board', ''),
      link('The register', '49 of 64 declared cheeses come from farms outside the valley.'),
    ],
    statement: 'Four fifths of all cheeses come from outside the valley.',
  };
  const steps = driftsOf(claim, 'four fifths of the cheeses are from outside the valley');

  it('goes from what the claim rests on to what is said in the end, past links without words', () =>
    assert.deepEqual(
      steps.map(({ from, to }) => [from, to]),
      [
        [2, 0],
        [0, 'words'],
        ['words', 'statement'],
      ],
    ));
  it('is told at the step where it happened', () =>
    assert.deepEqual(
      steps.map(({ drifts: found }) => found.map(({ kind }) => kind)),
      [['number-changed', 'qualifier-lost'], [], []],
    ));
  it('is none where nobody’s words are known', () =>
    assert.deepEqual(driftsOf({ attribution: [link('Ada', '')], statement: 'The moon is far.' }, 'far away'), []));

  it('shows on a chain of three what a checker would want to see', () => {
    const air = {
      attribution: [
        link(
          'The ambassador',
          'Almost 80 percent of the declared targets have been in areas that the group does not hold.',
        ),
        link(
          'The agency',
          'Almost four-fifths of the targets that the army declared, 49 of 64, lay outside areas held by the group.',
        ),
        link(
          'The ministry',
          'Of 64 targets declared since spring, 49 lie in areas that may not be under control of the group.',
        ),
      ],
      statement: '80 percent of the strikes fell in areas that the group holds.',
    };
    const [agency, ambassador, article, own] = driftsOf(
      air,
      'almost 80 percent of the targets were in areas not held by the group',
    );
    const seen = (step: typeof agency): readonly string[] =>
      (step?.drifts ?? []).map(({ kind, before, after }) => `${kind} ${before} → ${after}`);
    assert.deepEqual(seen(agency), ['hedge-lost may → ', 'number-fits 49 … 64 → Almost four-fifths']);
    assert.deepEqual(seen(ambassador), ['number-lost 49 of 64 → ']);
    assert.deepEqual(seen(article), ['qualifier-lost declared targets → ']);
    assert.deepEqual(seen(own), [
      'hedge-lost almost 80 percent → 80 percent',
      'negation-lost not held by → ',
      'word-replaced targets → strikes',
    ]);
  });
});

describe('drift in German', () => {
  const german = (before: string, after: string, ...expected: readonly string[]): void => {
    it(`${before} ⇒ ${after}`, () =>
      assert.deepEqual(
        driftBetween(before, after, { language: 'de' }).map((each) => `${each.kind} ${each.before} → ${each.after}`),
        expected,
      ));
  };
  german('Fast 80 Prozent der Höfe sind trocken.', 'Knapp 80 Prozent der Höfe sind trocken.');
  german(
    'Fast 80 Prozent der Höfe sind trocken.',
    '80 Prozent der Höfe sind trocken.',
    'hedge-lost Fast 80 Prozent → 80 Prozent',
  );
  german(
    '49 von 64 Höfen sind trocken.',
    'Fast 80 Prozent der Höfe sind trocken.',
    'number-fits 49 von 64 → Fast 80 Prozent',
  );
  german('Der Damm könnte brechen.', 'Der Damm wird brechen.', 'hedge-lost könnte → ');
  german('Der Damm ist nicht sicher.', 'Der Damm ist sicher.', 'negation-lost nicht sicher → ');
});

describe('drift under the rule of a desk', () => {
  it('lets words reach as far as the desk does', () => {
    const kinds = (rule: HedgeRule) =>
      driftBetween('49 of 64 farms are dry', 'almost 80 percent of farms are dry', { rule }).map(({ kind }) => kind);
    assert.deepEqual(kinds(HEDGE_RULE), ['number-fits']);
    assert.deepEqual(kinds({ ...HEDGE_RULE, points: { below: 2, near: 3, above: 5 } }), ['number-changed']);
    assert.deepEqual(kinds({ ...HEDGE_RULE, below: 3 }), ['number-changed']);
  });
});
