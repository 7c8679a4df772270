import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { route } from '../../client/router.ts';
import { closeToast, type Toast, toast, toasts } from '../../client/toasts.ts';

const at = (id: string): void => {
  route.value = { screen: 'article', id };
};
const shown = (): readonly string[] => toasts.value.map(({ words }) => words);
const undo: NonNullable<Toast['action']> = { label: 'Undo', run: () => {} };

describe('toasts', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    at('a');
  });
  afterEach(() => {
    for (const { id } of toasts.value) closeToast(id);
    mock.timers.reset();
    route.value = { screen: 'articles' };
  });

  it('of an article go when it is left, and others stay', () => {
    toast('Marked.', { article: 'a', action: undo });
    toast('Locked.', { article: 'a', tone: 'error' });
    toast('Offline.', { tone: 'error' });
    at('a');
    assert.deepEqual(shown(), ['Marked.', 'Locked.', 'Offline.']);
    at('b');
    assert.deepEqual(shown(), ['Offline.']);
    at('a');
    assert.deepEqual(shown(), ['Offline.']);
  });

  it('that come after their article was left say what was done, and offer nothing', () => {
    route.value = { screen: 'queue' };
    toast('Taken over.', { article: 'a', action: undo });
    assert.deepEqual(
      toasts.value.map(({ words, action }) => [words, action]),
      [['Taken over.', undefined]],
    );
  });
});
