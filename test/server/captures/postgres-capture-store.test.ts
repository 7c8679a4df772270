import assert from 'node:assert/strict';
import { postgresCaptureStore } from '../../../server/captures/postgres-capture-store.ts';
import { openSchema, postgresAnswers } from '../../support/a-postgres.ts';
import { captureStoreContract } from '../../support/capture-store-contract.ts';

const quiet = (): void => {};

describe('copies in PostgreSQL', () => {
  before(async function () {
    if (!(await postgresAnswers())) this.skip();
  });

  captureStoreContract(async () => {
    const schema = await openSchema();
    const opened: ReturnType<typeof postgresCaptureStore>[] = [];
    const again = () => {
      const one = postgresCaptureStore(schema.url, quiet);
      opened.push(one);
      return one.store;
    };
    const close = async (): Promise<void> => {
      for (const each of opened) await each.close();
      await schema.close();
    };
    return { store: again(), again, close };
  });

  it('are made room for by two who begin at once', async () => {
    const schema = await openSchema();
    const two = [postgresCaptureStore(schema.url, quiet), postgresCaptureStore(schema.url, quiet)];
    const put = await Promise.all(two.map(({ store }) => store.put(new TextEncoder().encode('moon'))));
    assert.equal(new Set(put).size, 1);
    const { rows } = await schema.query('select count(*)::int as kept from SCHEMA.capture_bytes');
    assert.deepEqual(rows, [{ kept: 1 }]);
    for (const { close } of two) await close();
    await schema.close();
  });

  it('that are not what they were are not given out (T9)', async () => {
    const schema = await openSchema();
    const { store, close } = postgresCaptureStore(schema.url, quiet);
    const sha256 = await store.put(new TextEncoder().encode('moon'));
    await schema.query('update SCHEMA.capture_bytes set bytes = $1', [Buffer.from('mood')]);
    await assert.rejects(store.get(sha256), /is not what was kept/);
    await close();
    await schema.close();
  });

  it('go on being kept after the connection broke', async () => {
    const schema = await openSchema();
    const broken: Error[] = [];
    const { store, close } = postgresCaptureStore(schema.url, (error) => broken.push(error));
    const sha256 = await store.put(new TextEncoder().encode('moon'));
    await schema.breakConnections();
    while (broken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await store.get(sha256))?.length, 4);
    await close();
    await schema.close();
  });

  it('that cannot be kept are an error, never taken for kept', async () => {
    const { store, close } = postgresCaptureStore('postgres://nobody@127.0.0.1:1/none', quiet);
    await assert.rejects(store.put(new TextEncoder().encode('moon')));
    await close();
  });
});
