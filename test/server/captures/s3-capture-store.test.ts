import assert from 'node:assert/strict';
import { s3CaptureStore } from '../../../server/captures/s3-capture-store.ts';
import { type S3Server, signatureFor, startS3Server } from '../../support/an-s3-server.ts';
import { captureStoreContract } from '../../support/capture-store-contract.ts';

const KEYS = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const MOON = new TextEncoder().encode('moon');

describe('copies in an S3-compatible store', () => {
  captureStoreContract(async () => {
    const server = await startS3Server(KEYS);
    const again = () => s3CaptureStore({ ...KEYS, url: server.url });
    return { store: again(), again, close: server.close };
  });

  let server: S3Server;
  beforeEach(async () => {
    server = await startS3Server(KEYS);
  });
  afterEach(() => server.close());
  const store = () => s3CaptureStore({ ...KEYS, url: server.url });

  it('are sent once', async () => {
    const sha256 = await store().put(MOON);
    await store().put(MOON);
    assert.deepEqual([...server.objects.keys()], [`${sha256.slice(0, 2)}/${sha256}`]);
    assert.equal(server.asked.filter((each) => each.startsWith('PUT')).length, 1);
  });

  it('that are not what they were are not given out (T9)', async () => {
    const sha256 = await store().put(MOON);
    server.objects.set(`${sha256.slice(0, 2)}/${sha256}`, Buffer.from('mood'));
    await assert.rejects(store().get(sha256), /is not what was kept/);
  });

  it('are neither taken nor given with a wrong key, and that is an error, never a copy that is missing', async () => {
    const sha256 = await store().put(MOON);
    const wrong = s3CaptureStore({ ...KEYS, secretAccessKey: 'wrong', url: server.url });
    await assert.rejects(wrong.put(new TextEncoder().encode('mars')));
    await assert.rejects(wrong.get(sha256));
    assert.equal(server.objects.size, 1);
  });

  it('are kept and given by a store that is busy for a moment, and not by one that is busy for long', async () => {
    server.busy(1);
    const sha256 = await store().put(MOON);
    server.busy(2);
    assert.equal((await store().get(sha256))?.length, 4);
    server.busy(9);
    await assert.rejects(store().get(sha256));
  });

  it('are checked by a server that works out the signature of AWS’s own example', () => {
    // Amazon S3 API Reference, "Examples: Signature Calculations in AWS Signature Version 4", "GET Object".
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
    const signed = 'host;range;x-amz-content-sha256;x-amz-date';
    const headers = {
      ...{
        host: 'examplebucket.s3.amazonaws.com',
        range: 'bytes=0-9',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
      },
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${signed},Signature=${signature}`,
    };
    const keys = {
      region: 'us-east-1',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    };
    assert.equal(signatureFor({ method: 'GET', target: '/test.txt', headers }, keys), signature);
  });
});
