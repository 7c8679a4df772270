import assert from 'node:assert/strict';
import { relativeTime } from '../../client/relative-time.ts';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');
const says = (expected: string, time: string): void => {
  it(`says ${expected}`, () => assert.equal(relativeTime(time, NOW, 'en'), expected));
};

describe('relative time', () => {
  says('now', '2026-03-10T11:59:30.000Z');
  says('now', '2026-03-10T12:00:20.000Z');
  says('5 minutes ago', '2026-03-10T11:54:10.000Z');
  says('3 hours ago', '2026-03-10T08:30:00.000Z');
  says('yesterday', '2026-03-09T08:30:00.000Z');
  says('12 days ago', '2026-02-26T11:00:00.000Z');
  says('Jan 2, 2026', '2026-01-02T12:00:00.000Z');
});
