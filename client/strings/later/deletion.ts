import type { Catalogue } from '../message.ts';

/** The messages of deleting an article, and of what its address shows afterwards. */
export const deletion = {
  'deletion.open': 'Delete “{title}” for good',
  'deletion.item': 'Delete the article…',
  'deletion.title': 'Delete the article for good',
  'deletion.goes': 'This goes, for everyone, and nobody can bring it back:',
  'deletion.entries': {
    one: 'its log with {count} entry: text, claims, evidence, verdicts, conversations',
    other: 'its log with {count} entries: text, claims, evidence, verdicts, conversations',
  },
  'deletion.copies': {
    one: '{count} frozen copy, unless another article has it too',
    other: '{count} frozen copies, unless another article has them too',
  },
  'deletion.reports': {
    one: '{count} published report: readers find at its address that it was removed',
    other: '{count} published reports: readers find at their address that they were removed',
  },
  'deletion.guestLinks': {
    one: '{count} link for guests: who came in by it is out',
    other: '{count} links for guests: who came in by them is out',
  },
  'deletion.stays': 'This stays:',
  'deletion.seal':
    'its seal: how many entries there were, the hashes of the first and the last, when it was deleted and by whom. No word of the article is in that.',
  'deletion.backups':
    'backups until they expire, exported files, and mails and messages that went out: ask whoever runs the server.',
  'deletion.unsent': 'what others had not sent yet: it is given back to them.',
  'deletion.confirm': 'To confirm, type:',
  'deletion.missing': 'Type it as it stands above.',
  'deletion.busy': 'Deleting. All that is kept is written anew, which takes a while where it is much.',
  'deletion.keep': 'Keep it',
  'deletion.do': 'Delete for good',
  'deletion.done': 'The article is deleted.',

  'gone.title': 'This article was deleted',
  'gone.by': 'Deleted {time} by {name}.',
  'gone.at': 'Deleted {time}.',
  'gone.words': 'Nothing of it is kept here, and nobody can bring it back.',
  'gone.unsent': 'What you had not sent',
  'gone.unsentWords': 'It is nowhere but in this browser, and stays there until you save it or throw it away.',
  'gone.begun': 'Begun and not sent',
  'gone.download': 'Save it as a file',
  'gone.throw': 'Throw it away',
  'gone.throwSure': 'Throw it away now',
  'gone.keep': 'Keep it',
  'gone.file': 'not sent',
  'gone.saved': 'It is saved as a file. Nothing of the article is left in this browser.',
  'gone.thrown': 'Nothing of the article is left in this browser.',
  'gone.elsewhere': 'An article was deleted in which you had not sent something.',
  'gone.show': 'Show it',
} as const satisfies Catalogue;
