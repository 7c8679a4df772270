import assert from 'node:assert/strict';
import { Captures } from '../../../server/captures/captures.ts';
import { memoryCaptureStore } from '../../../server/captures/memory-capture-store.ts';
import { memoryStores } from '../../../server/storage/memory.ts';
import { testTime } from '../../support/time.ts';

describe('copies of sources', () => {
  it('are not under way where what was begun could not be stored', async () => {
    const { clock, after } = testTime();
    const captures = new Captures({
      list: { ...memoryStores().captures, put: () => Promise.reject(new Error('no room')) },
      store: memoryCaptureStore(),
      fetchPage: () => assert.fail('nothing is fetched'),
      ...{ clock, after },
      newId: () => 'k',
      report: (error) => assert.fail(String(error)),
      told: () => assert.fail('nothing is told'),
      unnamed: async () => {},
    });
    await assert.rejects(
      captures.fetch({ article: 'a', source: 's', reviewer: 'una' }, 'https://a.example/'),
      /no room/,
    );
    assert.equal(captures.cancel('k'), false);
    await captures.close();
  });
});
