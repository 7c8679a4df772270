import type { Catalogue } from '../message.ts';

/** The messages of what a desk or an article is set to. */
export const desk = {
  'desk.open': 'Settings of the desk',
  'desk.title': 'Settings of the desk',
  'desk.words':
    'They hold for the articles that are made from now on. An article keeps those that it was made with; a lead changes them there.',
  'desk.save': 'Save',
  'desk.discard': 'Discard changes',
  'desk.saved': 'The settings are saved.',

  'settings.words':
    'Every change is written into the history of the article. Verdicts that were given keep their words.',
  'settings.noScales': 'The other scales of the desk cannot be shown. {why}',
  'settings.newer': 'Take the desk’s newer version of this scale (version {version})',
  'settings.copies': 'Show readers the frozen copies of public sources',
  'settings.copiesMean':
    'The frozen copies of the sources of a published report are shown to its readers. They are the work of others: allow it only where the law lets you show them, and never for what was handed over in confidence.',
  'settings.suggestions': 'Suggest sentences worth checking',
  'settings.suggestionsMean': 'They never count until somebody marks them. Nothing leaves this server.',
  'settings.hedgesMean':
    'How far a figure may be off: calculations and changes of wording are held against it. “At least” and “up to” mean what they say.',
  'settings.hedges.below': '“almost”, “nearly”',
  'settings.hedges.near': '“about”, “around”',
  'settings.hedges.above': '“more than”, “over”',
  'settings.hedgesReach': '80: from {from} to {to}',
  'settings.hedgesInPoints': 'For percentages, in percentage points',
  'settings.points': 'points',
  'settings.typesMean': 'Beside those that everyone has, such as statistic, quotation and event.',
  'settings.typeLabel': 'Name of the type',
  'settings.checkable': 'can be checked',
  'settings.addType': 'Add a type',
  'settings.removeType': 'Remove {label}',

  'rule.agree.means': 'Reviewers who differ make a claim disputed, until they agree or a lead decides.',
  'rule.majority.means': 'More than half of the verdicts say the same; else it is disputed.',
  'rule.mean.means': 'The mean of the verdicts, rounded to the nearest rating; halfway, to the one nearer the middle.',
  'rule.mean.unordered': 'This scale has no order, so there is no mean: all have to agree.',
  'rule.lead.means': 'Verdicts advise. A claim has an outcome when a lead says so.',

  'checks.0.means': 'A lead signs what is ready.',
  'checks.1.means': 'Somebody else checks it first. Nobody checks their own work.',
  'checks.2.means': 'Two others check it, one after the other.',

  'scale.edit': 'Change “{name}”',
  'scale.copy': 'Begin a scale of our own from it',
  'scale.copyOf': 'Our scale, after: {name}',
  'scale.name': 'Name of the scale',
  'scale.label': 'Rating',
  'scale.toneOf': 'How {label} is drawn',
  'scale.numberOf': 'Number of {label}, if it has a place in an order',
  'scale.noNumber': 'No.',
  'scale.retire': 'Offer {label} no more',
  'scale.add': 'Add a rating',
  'scale.versions': 'A change makes a new version. Verdicts that were given keep their words.',

  'tone.absurd': 'Crimson, heavy double line',
  'tone.false': 'Red, heavy line',
  'tone.mostly-false': 'Orange, heavy dashes',
  'tone.mixed': 'Amber, double line',
  'tone.mostly-true': 'Olive, dashes',
  'tone.true': 'Green, line',
  'tone.unproven': 'Violet, wavy line',

  'takeAlong.title': 'Take all data along',
  'takeAlong.words':
    'All articles with their logs and frozen copies, people, settings and reports in one ZIP file, without passwords or other secrets, nor what is shown to other people by name. “touchstone verify” checks it. It is no backup: no server can be restored from it.',
} as const satisfies Catalogue;
