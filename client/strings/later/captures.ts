import { CAPTURE_PROBLEMS, UNREAD } from '../../../shared/capture.ts';
import type { Catalogue } from '../message.ts';
import { under } from '../tables.ts';

/** The messages about frozen copies of sources, and about the passages that are pinned in them. */
export const captures = {
  ...under('capture.problem', CAPTURE_PROBLEMS),
  ...under('capture.unread', UNREAD),
  'capture.none': 'No frozen copy.',
  'capture.fetching': 'Copying the page, {size} kB so far',
  'capture.kept': 'Frozen copy of {time}',
  'capture.make': 'Make a copy',
  'capture.retry': 'Try again',
  'capture.cancel': 'Call off',
  'capture.upload': 'Upload a file',
  'capture.paste': 'Paste its words',
  'capture.pasted': 'The words of the source',
  'capture.keep': 'Keep these words',
  'capture.show': 'Show the passage',
  'capture.find': 'Pin the passage',

  'look.again': 'Look again',
  'look.all': 'Look at all pages again',
  'look.underWay': 'Looking at the page again …',
  'look.same': 'Looked at again {time}: nothing that counts has changed',
  'look.failed': {
    one: 'Tried again {count} time in vain, last {time}.',
    other: 'Tried again {count} times in vain, last {time}.',
  },
  'look.begun': {
    one: '{count} page is looked at again',
    other: '{count} pages are looked at again, those of one site one after the other',
  },

  'looks.daily.means': 'While the article is worked on. What changed is said on the claims that rest on it.',
  'looks.weekly.means': 'The same, less often.',
  'looks.no.means': 'No site is asked for its page again by itself.',

  'drift.changed': 'The passage is another on the page now ({time}). The evidence keeps its frozen copy.',
  'drift.lost': 'The passage is no longer on the page ({time}). The evidence keeps its frozen copy.',
  'drift.gone': 'The page is gone ({time}). What was copied before stays.',
  'drift.page': 'Much of the page has changed ({time}). The evidence keeps its frozen copy.',
  'drift.uphold': 'Makes no difference',
  'drift.pin': 'Pin the new words',
  'drift.byHand': 'These words cannot be found in the new copy by themselves. Show the copy and pin them there.',
  'drift.upheld': '{name} saw how the page changed: it makes no difference ({time})',
  'drift.marks': {
    one: '{count} claim to look at again: this source has changed',
    other: '{count} claims to look at again: this source has changed',
  },
  'command.lookAgain': 'Look at all sources again',
  'command.noPages': 'No source has an address on the web.',

  'passage.title': 'The claim and its passage',
  'passage.claim': 'Claim',
  'passage.evidence': 'Evidence',
  'passage.copy': 'Frozen copy of the source',
  'passage.nothing': 'None of the sources of this claim has a frozen copy yet.',
  'passage.loading': 'Fetching the copy',
  'passage.noWords': 'The words of this copy cannot be shown here.',
  'passage.save': 'Save the copy',
  'passage.open': 'Open the page at the passage',
  'passage.find': 'Find words in the copy',
  'passage.pin': 'Pin these words',
  'passage.how': 'Select the words that show it, or find them above.',
  'passage.notFound': 'These words are not in the copy, or more than once.',
  'passage.lost': 'The pinned words are not in this copy.',
  'passage.sealed': 'Its SHA-256: {hash}',
} as const satisfies Catalogue;
