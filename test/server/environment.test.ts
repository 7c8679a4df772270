import assert from 'node:assert/strict';
import { readEnvironment } from '../../server/environment.ts';

const S3 = {
  S3_URL: 'https://s3.example.org/copies/',
  S3_REGION: 'eu-central-1',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
};

describe('the environment', () => {
  it('says where copies are kept: in the data folder, or in a bucket', () => {
    assert.equal(readEnvironment({}).captures, undefined);
    assert.equal(readEnvironment({ S3_URL: '' }).captures, undefined);
    const bucket = {
      ...{ url: 'https://s3.example.org/copies', region: 'eu-central-1' },
      ...{ accessKeyId: 'id', secretAccessKey: 'secret' },
    };
    assert.deepEqual(readEnvironment(S3).captures, { bucket });
    assert.deepEqual(readEnvironment({ ...S3, CAPTURES: 's3' }).captures, { bucket });
    assert.equal(readEnvironment({ ...S3, CAPTURES: 'disk' }).captures, undefined);
  });

  it('says how many requests a second somebody may send', () => {
    assert.equal(readEnvironment({}).requestsPerSecond, undefined);
    assert.equal(readEnvironment({ REQUESTS_PER_SECOND: '5' }).requestsPerSecond, 5);
    for (const given of ['0', '-1', 'many']) {
      assert.throws(() => readEnvironment({ REQUESTS_PER_SECOND: given }), /REQUESTS_PER_SECOND: a whole number/);
    }
  });

  it('has copies in PostgreSQL only where that is said, and says when a database is named for nothing', () => {
    const DATABASE_URL = 'postgres://una@localhost/touchstone';
    const said = readEnvironment({ CAPTURES: 'postgres', DATABASE_URL });
    assert.deepEqual([said.captures, said.unused], [{ database: DATABASE_URL }, []]);
    const unsaid = readEnvironment({ DATABASE_URL });
    assert.deepEqual([unsaid.captures, unsaid.unused], [undefined, ['DATABASE_URL']]);
    assert.throws(() => readEnvironment({ CAPTURES: 'postgres' }), /CAPTURES: .*DATABASE_URL/);
    assert.throws(() => readEnvironment({ CAPTURES: 's3' }), /CAPTURES: .*S3_URL/);
    assert.throws(() => readEnvironment({ CAPTURES: 'tape' }), /CAPTURES/);
  });

  it('names what is missing or wrong of the bucket, and never says what the secret is', () => {
    const { S3_REGION: _, ...rest } = S3;
    assert.throws(() => readEnvironment(rest), /S3_REGION/);
    for (const url of [
      'copies',
      'https://s3.example.org/',
      'https://a:b@s3.example.org/copies',
      'ftp://s3.example.org/copies',
    ])
      assert.throws(
        () => readEnvironment({ ...S3, S3_URL: url }),
        (error: Error) => /S3_URL/.test(error.message) && !error.message.includes('secret'),
      );
  });
});
