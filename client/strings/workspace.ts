import type { Catalogue } from './message.ts';

/** The messages of the workspace. */
export const workspace = {
  'workspace.loading': 'Opening the article',
  'workspace.untitled': 'Untitled article',
  'workspace.notFound': 'There is no such article',
  'workspace.notFoundWords': 'It may be on another desk, or the address is not complete.',
  'workspace.notOpen': 'The article cannot be opened',
  'workspace.toList': 'To the articles',
  'workspace.reload': 'Reload',

  'save.saved': 'All changes saved',
  'save.storingWaiting': { one: '{count} change waiting', other: '{count} changes waiting' },
  'save.saving': 'Saving…',
  'save.offline': 'Offline',
  'save.offlineWaiting': { one: 'Offline, {count} change waiting', other: 'Offline, {count} changes waiting' },
  'save.reconnecting': 'Reconnecting…',
  'save.reconnectingWaiting': {
    one: 'Reconnecting, {count} change waiting',
    other: 'Reconnecting, {count} changes waiting',
  },

  'people.here': 'Also here',
  'people.more': '+{count}',

  'lock.open': 'Text open',
  'lock.locked': 'Text locked · {day}',
  'lock.by': 'Locked by {name}',
  'bar.more': 'More about this article',

  'share.share': 'Share',

  'export.export': 'Export',

  'panels.label': 'Parts of the workspace',
  'panels.coverage': 'Coverage',
  'panels.text': 'Text',
  'panels.side': 'Claims',

  'standing.open': 'Open',
  'standing.disputed': 'Disputed',
  'standing.stale': 'Check again',
  'standing.uncheckable': 'Not checkable',

  'anchor.changed': 'Words changed',
  'anchor.moved': 'Moved',
  'anchor.orphaned': 'Words are gone',

  'hints.mark': 'mark claim',
  'hints.next': 'next, previous',
  'hints.source': 'add source',
  'hints.verdict': 'verdict',
  'hints.all': 'all keys',

  'text.claim': 'Claim: {standing}',
  'text.label': 'Text of the article',
  'text.edit': 'Edit text',
  'text.original': 'Save the original',
  'text.added': 'Added {day}',
  'text.words': { one: '{count} word', other: '{count} words' },
  'text.empty': 'This article has no words yet.',
  'text.emptyEditor': 'This article has no words yet. Press E to write or paste them.',
  'text.noClaims': 'Select words and press',

  'tools.label': 'Text',
  'tools.editing': 'Editing the text',
  'tools.done': 'Done',
  'tools.undo': 'Undo',
  'tools.redo': 'Redo',
  'tools.strong': 'Bold',
  'tools.em': 'Italic',
  'tools.heading': 'Heading',
  'tools.quote': 'Quotation',
  'tools.bullets': 'List',
  'tools.numbers': 'Numbered list',

  'side.label': 'Beside the text',
  'side.claims': 'Claims',
  'side.sources': 'Sources',
  'side.contacts': 'Contacts',
  'side.cleaned': 'Cleaned',
  'side.history': 'History',

  'claims.none': 'No claims have been marked yet.',
  'claims.begin': 'No claims yet. Select words in the text and press',
  'claims.withdrawn': { one: '{count} withdrawn claim', other: '{count} withdrawn claims' },

  'claim.label': 'Claim: {words}',
  'claim.inTitle': 'title',
  'claim.page': 'p. {first}',
  'claim.pages': 'pp. {first}–{last}',
  'claim.sources': { one: '{count} source', other: '{count} sources' },
  'claim.changed': 'Its words have changed',
  'claim.reanchor': 'Put it on the selected words',
  'claim.withdraw': 'Withdraw claim',
  'claim.reinstate': 'Bring back',

  'stale.words': 'The sentence changed after this verdict: {changed}.',
  'stale.pair': '“{before}” → “{after}”',
  'stale.taken': '“{words}” is gone',
  'stale.brought': '+ “{words}”',
  'stale.gone': 'The words are gone since this verdict.',
  'stale.evidence': 'The evidence changed after this verdict.',
  'stale.answers': 'What was answered changed after this verdict.',
  'stale.again': 'Check again.',
  'stale.holds': 'Still {rating}',

  'evidence.withdraw': 'Withdraw this evidence',
  'claim.sourceChanged': 'A source has changed. Look again.',

  'verdict.withdraw': 'Withdraw verdict',

  'done.verdict.give': 'Verdict given',
  'done.verdict.withdraw': 'Verdict withdrawn',
  'done.verdict.reinstate': 'Verdict stands again',
  'done.contact': 'Contact log updated',
  'done.evidence.attach': 'Source attached',
  'done.evidence.withdraw': 'Evidence withdrawn',
  'done.evidence.reinstate': 'Evidence brought back',
  'done.evidence.uphold': 'Evidence upheld',
  'done.revise': 'Details changed',
  'undo.undo': 'Undo',
  'undo.claimWorkedOn': '{name} has worked on this claim since. Withdraw it from its card.',
  'undo.workedOn': '{name} has worked on this since, so it stays as it is.',

  'review.takenBack': 'You took this back when you were here again.',
  'outbox.failed': 'This browser cannot keep what waits over its closing: {why}',

  'tray.copied': 'Copied',

  'lock.lock': 'Lock the text',
  'lock.unlock': 'Open the text',
} as const satisfies Catalogue;
