import type { Catalogue } from '../message.ts';

/** The messages of blind work, and of how far reviewers agree. */
export const blind = {
  'blind.label': 'Blind work',
  'blind.sees.verdicts': 'Work is blind: you see no verdicts but your own until a lead reveals them.',
  'blind.sees.all': 'Work is blind: you see the text and your own work until a lead reveals the rest.',
  'blind.lead.verdicts': 'Work is blind: reviewers do not see each other’s verdicts. You see all of them.',
  'blind.lead.all': 'Work is blind: reviewers see nothing of each other’s work. You see all of it.',
  'blind.reveal': 'Reveal',
  'blind.sure': 'Everyone will see everything. It can be hidden again, but not unseen.',
  'blind.revealNow': 'Reveal it now',
  'blind.keep': 'Keep it hidden',
  'blind.yours': 'Only your own is shown while work is blind.',
  'blind.waits': 'The work on it goes on once it is revealed.',
  'blind.board': 'While work is blind, how far others have come is not shown.',
  'blind.no.means': 'Nothing is hidden.',
  'blind.verdicts.means': 'Verdicts are shown to who gave them and to leads, until a lead reveals them.',
  'blind.all.means':
    'Claims, evidence and verdicts are shown to who made them and to leads, until a lead reveals them.',

  'agreement.none': 'No claim was judged by two reviewers yet.',
  'agreement.all': {
    one: 'Agreement on {count} claim: {percent} of the pairs of verdicts',
    other: 'Agreement on {count} claims: {percent} of the pairs of verdicts',
  },
  'agreement.nominal': 'Krippendorff’s α {alpha}',
  'agreement.ordinal': 'by the order of the scale α {alpha}',
  'agreement.claim': { one: '{same} of {count} pair agrees', other: '{same} of {count} pairs agree' },
} as const satisfies Catalogue;
