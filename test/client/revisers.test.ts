import assert from 'node:assert/strict';
import { Revisers } from '../../client/revisers.ts';
import { act, openSession } from '../../client/session.ts';
import type { ClaimFields } from '../../shared/claim.ts';
import type { AnyPart } from '../../shared/operations/index.ts';
import { Newsroom } from '../support/newsroom.ts';

const revise = (fields: Partial<ClaimFields>): AnyPart => ({ kind: 'claim.revise', claim: 'c', fields });

describe('who changed a field', () => {
  it('is known of each field, whoever changed another since; and one is it oneself while that waits', async () => {
    const newsroom = await Newsroom.open('the [c:moon] is far');
    const [ben, cleo] = [newsroom.joins('ben', 'editor'), newsroom.joins('cleo', 'annotator')];
    const revisers = new Revisers();
    newsroom.room.subscribe(() => revisers.entered(newsroom.una.heard.at(-1)!));
    await ben.does([revise({ statement: 'The moon is far.' })]);
    await cleo.does([revise({ saidAt: 'Geneva' })]);
    const session = openSession('una', newsroom.una.article);
    const by = (field: string, at = session) => revisers.of(at, 'c', field);
    assert.deepEqual(
      ['statement', 'saidAt', 'kind'].map((field) => by(field)),
      ['ben', 'cleo', undefined],
    );
    const waiting = act(session, [revise({ statement: 'Mine.' })], 'op', '2026-01-01T00:00:00.000Z').session;
    assert.deepEqual(
      ['statement', 'saidAt'].map((field) => by(field, waiting)),
      ['una', 'cleo'],
    );
    await newsroom.closes();
  });
});
