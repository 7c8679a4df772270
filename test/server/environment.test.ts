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

  it('names the proxies that are believed, and a token to measure with, or says what is wrong with them', () => {
    assert.deepEqual(readEnvironment({}).trustedProxies, []);
    assert.deepEqual(readEnvironment({ TRUST_PROXY: '10.0.0.7, 172.30.77.0/24,fd00::/8' }).trustedProxies, [
      ...['10.0.0.7', '172.30.77.0/24', 'fd00::/8'],
    ]);
    for (const given of ['proxy', '10.0.0.0/33', '10.0.0.0/8/8', 'true', '1'])
      assert.throws(() => readEnvironment({ TRUST_PROXY: given }), /TRUST_PROXY: addresses such as/);
    assert.equal(readEnvironment({ METRICS_TOKEN: 'a'.repeat(16) }).metricsToken, 'a'.repeat(16));
    assert.throws(
      () => readEnvironment({ METRICS_TOKEN: 'short' }),
      (error: Error) => /METRICS_TOKEN: at least 16/.test(error.message) && !error.message.includes('short'),
    );
  });

  it('says how many requests a second somebody may send', () => {
    assert.equal(readEnvironment({}).requestsPerSecond, undefined);
    assert.equal(readEnvironment({ REQUESTS_PER_SECOND: '5' }).requestsPerSecond, 5);
    for (const given of ['0', '-1', 'many']) {
      assert.throws(() => readEnvironment({ REQUESTS_PER_SECOND: given }), /REQUESTS_PER_SECOND: a whole number/);
    }
  });

  it('has everything in PostgreSQL where a database is named, the copies too unless another place is', () => {
    const DATABASE_URL = 'postgres://una:secret@localhost/touchstone';
    const named = readEnvironment({ DATABASE_URL });
    assert.deepEqual([named.database, named.captures], [DATABASE_URL, { database: DATABASE_URL }]);
    assert.equal(readEnvironment({ DATABASE_URL, CAPTURES: 'disk' }).captures, undefined);
    assert.ok('bucket' in (readEnvironment({ DATABASE_URL, ...S3 }).captures ?? {}));
    assert.ok('database' in (readEnvironment({ DATABASE_URL, ...S3, CAPTURES: 'postgres' }).captures ?? {}));
    assert.equal(readEnvironment({}).database, undefined);
    assert.throws(
      () => readEnvironment({ DATABASE_URL: 'mysql://una:secret@localhost/touchstone' }),
      (error: Error) => /DATABASE_URL: .*postgres:/.test(error.message) && !error.message.includes('secret'),
    );
    for (const rest of ['/cret', '?cret', '#cret'])
      assert.throws(
        () => readEnvironment({ DATABASE_URL: `postgres://una:s@x${rest}@localhost/touchstone` }),
        (error: Error) => /DATABASE_URL: .*%2F/.test(error.message) && !error.message.includes('cret'),
      );
    const written = 'postgres://una:s%40%2Fcret@localhost/touchstone';
    assert.equal(readEnvironment({ DATABASE_URL: written }).database, written);
    assert.throws(() => readEnvironment({ CAPTURES: 'postgres' }), /CAPTURES: .*DATABASE_URL/);
    assert.throws(() => readEnvironment({ CAPTURES: 's3' }), /CAPTURES: .*S3_URL/);
    assert.throws(() => readEnvironment({ CAPTURES: 'tape' }), /CAPTURES/);
  });

  it('hears of other servers by Redis where one is named', () => {
    assert.equal(readEnvironment({}).redis, undefined);
    assert.equal(readEnvironment({ REDIS_URL: 'redis://localhost:6379' }).redis, 'redis://localhost:6379');
    assert.throws(() => readEnvironment({ REDIS_URL: 'localhost:6379' }), /REDIS_URL: .*redis:/);
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

  it('says by which provider people sign in, all that is needed or nothing, and never its secret', () => {
    assert.equal(readEnvironment({}).provider, undefined);
    const said = {
      OIDC_ISSUER: 'https://login.example.org/desk/',
      OIDC_CLIENT_ID: 'touchstone',
      OIDC_CLIENT_SECRET: 'open sesame',
    };
    const provider = { issuer: said.OIDC_ISSUER, clientId: 'touchstone', clientSecret: 'open sesame' };
    assert.deepEqual(readEnvironment(said).provider, { ...provider, name: 'login.example.org', domains: [] });
    const more = { OIDC_NAME: 'The House', OIDC_DOMAINS: 'Example.org, a.example', OIDC_NEWCOMERS: 'viewer' };
    assert.deepEqual(readEnvironment({ ...said, ...more }).provider, {
      ...{ ...provider, name: 'The House', domains: ['example.org', 'a.example'], newcomers: 'viewer' },
    });
    for (const [name, wrong] of [
      ['OIDC_ISSUER', ''],
      ['OIDC_ISSUER', 'http://login.example.org'],
      ['OIDC_CLIENT_ID', ''],
      ['OIDC_CLIENT_SECRET', ''],
      ['OIDC_CLIENT_SECRET_FILE', '/nowhere'],
      ['OIDC_DOMAINS', 'una@example.org'],
      ['OIDC_NEWCOMERS', 'owner'],
    ] as const)
      assert.throws(
        () => readEnvironment({ ...said, [name]: wrong }),
        (error: Error) => error.message.startsWith(name) && !error.message.includes('sesame'),
        name,
      );
  });

  it('says where letters are handed over, both or neither, and never says a password', () => {
    assert.equal(readEnvironment({}).mail, undefined);
    const mail = { SMTP_URL: 'smtps://una:open%20sesame@mail.example.org', MAIL_FROM: 'desk@example.org' };
    assert.deepEqual(readEnvironment(mail).mail, { url: mail.SMTP_URL, from: mail.MAIL_FROM });
    assert.throws(() => readEnvironment({ SMTP_URL: mail.SMTP_URL }), /MAIL_FROM/);
    assert.throws(() => readEnvironment({ MAIL_FROM: mail.MAIL_FROM }), /SMTP_URL/);
    assert.throws(
      () => readEnvironment({ ...mail, SMTP_URL: 'http://una:sesame@mail.example.org' }),
      (error: Error) => /SMTP_URL/.test(error.message) && !error.message.includes('sesame'),
    );
  });

  it('says what is wrong with an address without what stands before an @, which may be a password', () => {
    const secret = 'quicksilver';
    const given: Readonly<Record<string, string>> = {
      PUBLIC_URL: `https://una:${secret}@desk.example`,
      DATABASE_URL: `postgres:${secret}@x`,
      REDIS_URL: `redi://:${secret}@x`,
      SMTP_URL: `smtp:${secret}@x`,
      OIDC_ISSUER: `https://una:${secret}@login.example`,
      S3_URL: `https://una:${secret}@s3.example/copies`,
      METRICS_TOKEN: secret,
    };
    const more = { S3_REGION: 'x', S3_ACCESS_KEY_ID: 'x', S3_SECRET_ACCESS_KEY: 'x', MAIL_FROM: 'desk@desk.example' };
    for (const [name, value] of Object.entries(given))
      assert.throws(
        () => readEnvironment({ ...(name === 'S3_URL' && more), [name]: value }),
        (error: Error) => !String(error.message).includes(secret),
        name,
      );
  });
});
