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
    assert.equal(readEnvironment({}).bucket, undefined);
    assert.equal(readEnvironment({ S3_URL: '' }).bucket, undefined);
    const { url, region, accessKeyId, secretAccessKey } = readEnvironment(S3).bucket ?? assert.fail();
    assert.deepEqual(
      [url, region, accessKeyId, secretAccessKey],
      ['https://s3.example.org/copies', 'eu-central-1', 'id', 'secret'],
    );
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
