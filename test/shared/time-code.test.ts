import assert from 'node:assert/strict';
import { EVIDENCE_FIELDS } from '../../shared/evidence.ts';
import { addressAtPlace } from '../../shared/text-fragment.ts';
import { mediaFragment, timeSpanOf } from '../../shared/time-code.ts';

const parsed = (code: string): string => EVIDENCE_FIELDS.time.parse(code, 'time');

const isCode = (typed: string, code: string): void => {
  it(`reads ${typed} as ${code}`, () => assert.equal(parsed(typed), code));
};

describe('a time code', () => {
  isCode('12:30', '00:12:30');
  isCode('1:02:03', '01:02:03');
  isCode('00:12:30 - 00:12:48', '00:12:30–00:12:48');
  isCode('12:30–12:48', '00:12:30–00:12:48');
  isCode('', '');

  it('is refused when it is none, or ends before it begins', () => {
    for (const typed of ['12', '12:75', 'noon', '12:30-12:20', '1:2:3:4', '1:00-2:00-3:00'])
      assert.throws(() => parsed(typed), /a time such as 00:12:30/, typed);
  });

  it('is told in seconds', () => {
    assert.deepEqual(timeSpanOf('01:00:05–01:00:10'), { from: 3_605, to: 3_610 });
    assert.equal(mediaFragment('00:12:30–00:12:48'), 't=750,768');
    assert.equal(mediaFragment('00:12:30'), 't=750');
    assert.equal(mediaFragment(''), '');
  });
});

describe('the address of a source at a place', () => {
  const quote = { exact: 'moon', prefix: '', suffix: '' };
  const pin = { capture: 'k', sha256: '', quote, start: 0 };

  it('is at the page, at the time, or at the words', () => {
    const address = 'https://a.example/p#top';
    assert.equal(addressAtPlace(address, { ...pin, page: 4 }, ''), 'https://a.example/p#page=4');
    assert.equal(addressAtPlace(address, '', '00:12:30'), 'https://a.example/p#t=750');
    assert.equal(addressAtPlace(address, pin, ''), 'https://a.example/p#top:~:text=moon');
    assert.equal(addressAtPlace(address, '', ''), address);
  });
});
