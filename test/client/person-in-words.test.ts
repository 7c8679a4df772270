import assert from 'node:assert/strict';
import { personInWords } from '../../client/person-in-words.ts';
import { english } from '../../client/strings/english.ts';
import { received } from '../../client/strings/german/received.ts';
import { speak } from '../../client/strings/index.ts';
import { FORMER_NAME } from '../../shared/former.ts';

describe('who was deleted', () => {
  after(() => speak('en', english));

  it('is a former member in the language of the screen, and everybody else is called as they are', () => {
    speak('de', { ...english, ...received });
    assert.deepEqual([FORMER_NAME, 'Ben Ode'].map(personInWords), ['Ein früheres Mitglied', 'Ben Ode']);
    speak('en', english);
    assert.deepEqual([FORMER_NAME, 'Ben Ode'].map(personInWords), ['A former member', 'Ben Ode']);
  });
});
