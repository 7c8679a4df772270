import assert from 'node:assert/strict';
import { sha256 } from '../../server/digest.ts';
import { claimreview } from '../../shared/export/claimreview.ts';
import { csv } from '../../shared/export/csv.ts';
import { FORMATS, type FormatName } from '../../shared/export/index.ts';
import { json, readJsonExport } from '../../shared/export/json.ts';
import { webAnnotation } from '../../shared/export/web-annotation.ts';
import { printedReplies } from '../../shared/reply.ts';
import {
  askedAndAnswered,
  PEOPLE_ASKED,
  paragraph,
  richEdition,
  toldOf,
  verdict,
  writing,
} from '../support/edition.ts';

const TODAY = '2026-03-02';

type Fields = Readonly<Record<string, unknown>>;

/** An edition with one claim, somebody who was asked about it, and a verdict that knows of the answer. */
const edition = (contact: Fields, answer: Readonly<Record<string, string>>, deadline = '2026-02-28') =>
  writing('T', [paragraph('The moon is cheese.')])
    .mark('una', 'c', 'The moon is cheese.')
    .act('una', ...askedAndAnswered('p', 'c', contact, answer, { deadline }))
    .act('una', verdict('v', 'c', 'false', 'It is rock.'))
    .edition();

const prints = (
  says: string,
  contact: Fields,
  answer: Readonly<Record<string, string>>,
  ...printed: readonly string[]
): void => {
  it(says, () => assert.deepEqual(printedReplies(edition(contact, answer).article.contacts, 'c', TODAY), printed));
};

const { public: open, background, secret } = PEOPLE_ASKED;
const disputes = { answer: 'disputes', words: 'It is rock.', answeredOn: '2026-02-27' };

describe('what is printed of a reply', () => {
  prints(
    'names who may be named',
    open,
    disputes,
    'Gala Öffentlich, head of the board: disputes it (2026-02-27): “It is rock.”',
  );
  prints(
    'describes who is used on background',
    background,
    { answer: 'confirms' },
    'an engineer of the board: confirms it.',
  );
  const unnamed = { ...background, describedAs: '' };
  prints(
    'makes nobody up where there is no description',
    unnamed,
    { answer: 'confirms' },
    'Somebody who is not named: confirms it.',
  );
  prints('is nothing of a secret contact', secret, disputes);
  prints('is nothing where nobody asked for consent', { ...open, consent: '' }, disputes);
  prints('is nothing of a contact that is shown to named people', { ...open, visibility: ['una'] }, disputes);
  prints('says who declined', open, { answer: 'declined' }, 'Gala Öffentlich, head of the board: declined to comment.');
  const silent = 'Gala Öffentlich, head of the board: did not reply by 2026-02-28.';
  prints('says by when there was no reply', open, { answer: 'none' }, silent);
  prints('says so once the day is over, whether somebody put it down or not', open, {}, silent);

  it('is nothing while an answer is waited for', () => {
    const { article } = edition(open, {}, '2026-03-02');
    assert.deepEqual(printedReplies(article.contacts, 'c', TODAY), []);
  });
});

describe('replies in what is published', () => {
  const replied = 'disputes it (2026-02-27): “It is rock.”';

  it('stand under the rationale in ClaimReview, in a column of the table, and as an answer among the annotations', () => {
    const { '@graph': reviews } = JSON.parse(claimreview.write(edition(open, disputes)) as string);
    assert.equal(reviews[0].reviewBody, `It is rock.\n\nGala Öffentlich, head of the board: ${replied}`);
    assert.ok((csv.write(edition(open, disputes)) as string).includes(replied));
    const { items } = JSON.parse(webAnnotation.write(edition(open, disputes)) as string).first;
    const answer = items.find((item: Fields) => item.motivation === 'replying');
    assert.ok(answer.body[0].value.endsWith(replied));
    assert.equal(answer.target.source, 'https://touchstone.example/articles/moon/annotations/claims/c');
  });

  it('name nobody who did not agree to it, nor how they are reached', () => {
    for (const format of Object.keys(FORMATS) as FormatName[]) {
      if (format === 'json') continue;
      const written = String(FORMATS[format].write(richEdition()));
      for (const words of ['Hintergrund', 'Geheim', 'a friend of the minister', 'at night', 'I was there', '+49'])
        assert.ok(!written.includes(words), `${format} tells "${words}"`);
    }
  });

  it('are followed by what has no place there', () => {
    for (const format of [csv, claimreview, webAnnotation])
      assert.match(toldOf(format, richEdition()), /3 contact logs, 1 withdrawn contact/);
    assert.doesNotMatch(toldOf(json, richEdition()), /contact/);
  });

  it('come back whole from the lossless export', () => {
    const { article } = readJsonExport(JSON.parse(json.write(richEdition()) as string), sha256);
    assert.deepEqual(article.contacts, richEdition().article.contacts);
    assert.equal(article.contacts.get('p3')?.person, secret.person);
  });
});
