import assert from 'node:assert/strict';
import { errorLine } from '../../server/error-line.ts';
import { schema } from '../../shared/schema.ts';

/** What a piece of code throws. */
const thrownBy = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('what is logged of an error', () => {
  it('is its kind, its code and where it was, and never what it quotes (T11)', () => {
    const secret = 'zqsecret';
    const errors = [
      thrownBy(() => JSON.parse(`{"title": ${secret}}`)),
      thrownBy(() => schema.node('doc', undefined, [schema.text(secret)]).check()),
      thrownBy(() => {
        throw new Error(`the words\n${secret} are wrong`);
      }),
      thrownBy(() => {
        throw Object.assign(new Error(`ENOENT: no such file, open '/data/${secret}'`), { code: 'ENOENT' });
      }),
    ];
    for (const error of errors) {
      const line = errorLine(error);
      assert.doesNotMatch(JSON.stringify(line), new RegExp(secret));
      assert.match(String(line.where), /error-line\.test\.ts/);
    }
    assert.deepEqual(
      errors.map((error) => errorLine(error).code),
      [undefined, undefined, undefined, 'ENOENT'],
    );
    assert.match(String(errorLine(errors[3]).error), /^Error: ENOENT: no such file, open …$/);
    assert.equal(JSON.stringify(errorLine(secret)), '{"level":"error","error":"string"}');
  });
});
