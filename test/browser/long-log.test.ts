import assert from 'node:assert/strict';
import { json } from '../../shared/export/json.ts';
import { deskInBrowsers } from '../support/browser-desk.ts';
import { paragraph, writing } from '../support/edition.ts';

/** As many entries as are read unasked: client/views/workspace/use-taken.ts. */
const UNASKED = 2_000;

/** An article that more has happened to than is read unasked; last of all, 80 became 18. */
const longLog = (): unknown => {
  const log = writing('Moon', [paragraph('It is 80 miles away.')]).mark('una', 'c', 'It is 80 miles away.');
  while (log.entries.length < UNASKED)
    log.act('una', { kind: 'claim.revise', claim: 'c', fields: { statement: `It is ${log.entries.length} away.` } });
  return JSON.parse(String(json.write(log.replace('una', '80', '18').edition())));
};

describe('an article with a long log in a browser', function () {
  this.timeout(120_000);
  const desk = deskInBrowsers(['Una Berg']);

  it('says in its history that what stood there before is not shown, and shows it when asked', async () => {
    const [una] = desk.pages;
    const { address } = desk.served;
    const data = { json: longLog() };
    const answer = await una.request.post(`${address}/api/articles`, { data, headers: { origin: address } });
    assert.equal(answer.status(), 201, await answer.text());
    await desk.open((await answer.json()).id);
    await una.getByRole('tab', { name: 'History' }).click();
    const words = una.locator('.history-words').first();
    await words.getByText('18', { exact: true }).waitFor();
    await una.getByText('What stood there before words were typed or deleted is not shown').waitFor();
    await una.getByRole('button', { name: 'Show what stood there before' }).click();
    await words.getByText('80 → 18', { exact: true }).waitFor();
    await una.locator('.history-before').waitFor({ state: 'detached' });
  });
});
