import { CHANGES } from '../../../shared/publication.ts';
import type { Catalogue } from '../message.ts';
import { under } from '../tables.ts';

/** The messages of what is published of an article. */
export const reports = {
  ...under('report.change', CHANGES),
  'command.publish': 'Publish the report, or a correction of it',
  'report.title': 'Publish the report',
  'report.hint':
    'Everyone can read what is published, without signing in, at an address that stays. Each version is kept as it was.',
  'report.kind': 'What changed',
  'report.note': 'Public note',
  'report.noteHint': 'What changed and why, for whoever reads the report. It stands on the page.',
  'report.noteFirst': 'A note for readers, if there is something to say',
  'report.missing': 'Say what changed.',
  'report.language': 'Language of the page',
  'report.ofArticle': 'That of the article',
  'report.named': 'Name those who judged and checked',
  'report.preview': 'Look at the page',
  'report.previewTitle': 'The page as it would be published',
  'report.inTab': 'Open it in a tab of its own',
  'report.counting': 'Looking at what is public',
  'report.publish': 'Publish',
  'report.retract': 'Retract the report',
  'report.publishing': 'Publishing',
  'report.done': 'Published',
  'report.show': 'Show it',
  'report.published': { one: '{count} claim is on the page.', other: '{count} claims are on the page.' },
  'report.none': 'No claim would be on the page: none has an outcome that holds.',
  'report.leftOut.unjudged': {
    one: '{count} claim is left out: it has no outcome.',
    other: '{count} claims are left out: they have no outcome.',
  },
  'report.leftOut.stale': {
    one: '{count} claim is left out: its words or evidence changed after it was judged.',
    other: '{count} claims are left out: their words or evidence changed after they were judged.',
  },
  'report.leftOut.orphaned': {
    one: '{count} claim is left out: its words are gone from the article.',
    other: '{count} claims are left out: their words are gone from the article.',
  },
  'report.leftOut.disputed': {
    one: '{count} claim is left out: the reviewers differ.',
    other: '{count} claims are left out: the reviewers differ.',
  },
  'report.leftOut.undecided': {
    one: '{count} claim is left out: it waits for the lead to decide.',
    other: '{count} claims are left out: they wait for the lead to decide.',
  },
  'report.unsigned': {
    one: '{count} claim on the page is not signed.',
    other: '{count} claims on the page are not signed.',
  },
  'report.onRetracted': {
    one: '{count} claim on the page leans on a source that was retracted.',
    other: '{count} claims on the page lean on a source that was retracted.',
  },
  'report.openThreads': { one: '{count} thread is not resolved.', other: '{count} threads are not resolved.' },
  'report.openQuestions': {
    one: '{count} question waits for an answer.',
    other: '{count} questions wait for an answer.',
  },
  'report.judgedElsewhere': {
    one: '{count} claim was judged otherwise in another article. The board says which.',
    other: '{count} claims were judged otherwise in other articles. The board says which.',
  },
  'report.notPublic': 'What is not public of the article is left out.',
  'report.needsCorrection': 'The published report leans on what was retracted since: {names}. It needs a correction.',
  'report.address': 'Standing address',
  'report.embed': 'To show it in another page',
  'report.copy': 'Copy',
  'report.copied': 'Copied',
  'report.versions': 'Published so far',
  'report.version': 'Version {number}',
  'report.by': 'by {name}, {time}',
  'report.nothingYet': 'Nothing has been published yet.',

  'retract.begin': 'Retract',
  'retract.title': 'Retract this source',
  'retract.why': 'Why it no longer stands',
  'retract.hint': 'What was judged on it is open again.',
  'retract.do': 'Retract it',
  'retract.restore': 'Let it stand again',
  'retract.said': 'Retracted by {name}, {time}: {reason}',
  'retract.claims': { one: '{count} claim leaned on it:', other: '{count} claims leaned on it:' },
} as const satisfies Catalogue;
