import type { Catalogue } from './message.ts';

/** The messages of what a desk decides, of the outcome and of the work on a claim. */
export const work = {
  'standing.undecided': 'Undecided',

  'desk.open': 'Settings of the desk',
  'settings.title': 'Settings of this article',

  'keys.work': 'Make the next step of the work on the open claim',

  'work.title': 'Work',
  'work.do.start': 'Start',
  'work.do.leave': 'Leave it',
  'work.do.ready': 'Ready to check',
  'work.do.first': 'First check',
  'work.do.second': 'Second check',
  'work.do.sign': 'Sign',
  'work.do.reopen': 'Reopen',
  'work.again': 'Check again',
  'work.leave': 'Leave it',
  'work.reopen': 'Reopen',
  'work.why': 'Why is it reopened?',
  'work.whyMissing': 'Say why, in a few words.',
  'work.waitsForCheck': 'waits for somebody else to check',
  'work.waitsForLead': 'waits for a lead to sign',
  'work.by.ready': 'Ready:',
  'work.by.first': 'First check:',
  'work.by.second': 'Second check:',
  'work.by.signed': 'Signed:',
  'work.mark.first': 'First check: {name}',
  'work.mark.second': 'Second check: {name}',
  'work.mark.signed': 'Signed: {name}',
  'work.step.ready': 'called it ready',
  'work.step.first': 'made the first check',
  'work.step.second': 'made the second check',
  'work.step.signed': 'signed it',
  'work.changed.words': 'The words changed after {name} {step}, {time}.',
  'work.changed.evidence': 'The evidence changed after {name} {step}, {time}.',
  'work.changed.answers': 'What was answered changed after {name} {step}, {time}.',
  'work.changed.outcome': 'The outcome changed after {name} {step}, {time}.',
  'work.reopenedBy': '{name} reopened it, {time}: {reason}',

  'outcome.decide': 'Decide',
  'outcome.undecide': 'Take decision back',

  'done.outcome.decide': 'Outcome decided',
  'done.outcome.undecide': 'Decision taken back',
  'done.outcome.reinstate': 'Decision stands again',
  'done.work.unmove': 'Step taken back',
  'done.article.configure': 'Settings changed',
} as const satisfies Catalogue;
