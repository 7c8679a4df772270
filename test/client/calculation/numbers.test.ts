import assert from 'node:assert/strict';
import { decimalShown, decimalToType, decimalTyped, namesIn, numbersIn } from '../../../client/calculation/numbers.ts';
import { readTyped } from '../../../client/calculation/typed.ts';
import { aCalculation, anInput } from '../../support/a-calculation.ts';

describe('a number that is typed', () => {
  for (const [typed, language, read] of [
    ['76.6', 'en', '76.6'],
    ['76,6', 'de', '76.6'],
    ['76,6', 'en', '76.6'],
    ['1,234', 'en', '1234'],
    ['1,234', 'de', '1.234'],
    ['1.234', 'de', '1234'],
    ['1.234.567,8', 'de-AT', '1234567.8'],
    ['1 234 567', 'en', '1234567'],
    ['−5', 'en', '-5'],
    [' 2015-10-22 ', 'de', '2015-10-22'],
    ['2015-10', 'en', '2015-10'],
    ['', 'en', undefined],
    ['about 5', 'en', undefined],
    ['1e9', 'en', undefined],
    ['1,2,3', 'en', undefined],
  ] as const)
    it(`is ${read}: "${typed}" in ${language}`, () => assert.equal(decimalTyped(typed, language), read));

  it('is shown as its language writes it, with the decimals that it has', () => {
    assert.equal(decimalShown('70.0', 'de'), '70,0');
    assert.equal(decimalShown('1234567.80', 'en'), '1,234,567.80');
    assert.equal(decimalShown('12345678901234567890.5', 'de'), '12345678901234567890,5');
    assert.equal(decimalShown('2015-10-22', 'de'), '2015-10-22');
    assert.equal(decimalTyped(decimalToType('76.6', 'de'), 'de'), '76.6');
  });

  it('is found in a passage as it is written there, each once', () => {
    assert.deepEqual(numbersIn('Of 64 targets 49, that is 76.6 %, of 64 by 2015-10-22: 1,200.'), [
      '64',
      '49',
      '76.6',
      '2015-10-22',
      '1,200',
    ]);
  });
});

describe('what is typed of a calculation', () => {
  it('has the names that its formula calls and that are no functions', () => {
    assert.deepEqual(namesIn('sum(hit, größe_2) / all + hit * 2e'), ['hit', 'größe_2', 'all']);
  });

  it('is read as its language means it, or says which input cannot be', () => {
    const typed = aCalculation(' a / b ', [anInput(' a ', '76,5'), anInput('b', '1.000', { unit: ' km ' })]);
    assert.deepEqual(
      readTyped(typed, 'de').read.inputs.map(({ name, value, unit }) => [name, value, unit]),
      [
        ['a', '76.5', ''],
        ['b', '1000', 'km'],
      ],
    );
    const wrong = (...inputs: ReturnType<typeof anInput>[]) => readTyped(aCalculation('a', inputs), 'en').wrong;
    assert.deepEqual(wrong(anInput('a', 'x')), { what: 'valueWrong', name: 'a' });
    assert.deepEqual(wrong(anInput('a', '1'), anInput('a', '2')), { what: 'nameWrong', name: 'a' });
    assert.deepEqual(wrong(anInput('a b', '1')), { what: 'nameWrong', name: 'a b' });
    assert.deepEqual(wrong(anInput('a', '1', { margin: 'x' })), { what: 'valueWrong', name: 'a' });
    assert.equal(wrong(anInput('a', '1')), undefined);
  });
});
