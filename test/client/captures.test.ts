import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { capturesCame, capturesOf, loadCaptures } from '../../client/captures.ts';
import { loadLooks, looksCame, looksIn } from '../../client/looks.ts';
import type { Capture } from '../../shared/capture.ts';
import type { SourcesNotice } from '../../shared/protocol.ts';

const capture = (source: string, state: Capture['state']): Capture => ({
  ...{ id: `copy of ${source}`, source, state, way: 'address', address: '', reviewer: 'anna' },
  at: '2026-03-01T00:00:00.000Z',
});

const notice = (article: string, source: string, state: Capture['state']): SourcesNotice => ({
  ...{ article, sources: [source], captures: [capture(source, state)], looks: [], underWay: [] },
});

describe('what is known of copies and looks, on a slow line', () => {
  const asked = globalThis.fetch;
  const answers = new Map<string, PromiseWithResolvers<object>>();
  const answerTo = (path: string): PromiseWithResolvers<object> => {
    const known = answers.get(path) ?? Promise.withResolvers<object>();
    answers.set(path, known);
    return known;
  };

  beforeEach(() => {
    answers.clear();
    globalThis.fetch = async (path) => Response.json(await answerTo(String(path)).promise);
  });
  afterEach(() => {
    globalThis.fetch = asked;
  });

  const states = (article: string, ...sources: readonly string[]) =>
    sources.flatMap((source) => capturesOf(article, source).map(({ state }) => state));

  it('does not go back to before what was told while the list was on its way', async () => {
    const loading = loadCaptures('moon');
    while (!answers.has('/api/articles/moon/captures')) await setImmediate();
    capturesCame(notice('moon', 'board', 'kept'));
    answerTo('/api/articles/moon/captures').resolve({
      captures: [capture('board', 'fetching'), capture('data', 'kept')],
    });
    await loading;
    assert.deepEqual(states('moon', 'board', 'data'), ['kept', 'kept']);
  });

  it('stays known of the article that is open when the list of the one before comes late', async () => {
    const late = loadCaptures('before');
    const loading = loadCaptures('open');
    answerTo('/api/articles/open/captures').resolve({ captures: [capture('data', 'kept')] });
    await loading;
    answerTo('/api/articles/before/captures').resolve({ captures: [] });
    await late;
    assert.deepEqual(states('open', 'data'), ['kept']);
  });

  it('says no more that a look is under way that has ended while the list was on its way', async () => {
    const loading = loadLooks('moon');
    const late = loadLooks('before');
    looksCame(notice('moon', 'board', 'kept'));
    answerTo('/api/articles/moon/looks').resolve({ looks: [], underWay: ['board', 'data'] });
    await loading;
    answerTo('/api/articles/before/looks').resolve({ looks: [], underWay: [] });
    await late;
    assert.deepEqual([...looksIn('moon').underWay], ['data']);
  });
});
