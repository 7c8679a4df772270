import type { Catalogue } from '../message.ts';

/** The messages of a new article: how it comes in, and what becomes of it. */
export const newArticle = {
  'newArticle.page': 'New article',
  'newArticle.title': 'New article',
  'newArticle.placeholder': 'Paste the article here: the whole page, menus, share buttons and all.',
  'newArticle.hint': 'You see what is left out before anything is made.',
  'newArticle.file': 'Choose a text file',
  'newArticle.read': 'Go on',
  'newArticle.reading': 'Reading the text',
  'newArticle.missing': 'Paste or choose a text first.',
  'newArticle.discard': 'Discard',
  'newArticle.discarded': 'The text is discarded.',
  'newArticle.waiting': 'The text waits in this browser until the article is made.',
  'newArticle.words': { one: '{count} word', other: '{count} words' },

  'preview.pasted': 'As pasted',
  'preview.asRead': 'As it will be',
  'preview.back': 'Back to the text',
  'preview.headline': 'Title',
  'preview.noHeadline': 'Title of the article',
  'preview.titleKept': 'The title as pasted stays as the first paragraph.',
  'preview.removed': { one: '{count} line removed', other: '{count} lines removed' },
  'preview.keptCount': { one: '{count} kept', other: '{count} kept' },
  'preview.nothingRemoved': 'Nothing removed',
  'preview.asItIs': 'As pasted, nothing removed',
  'preview.unclean': 'Use the text as pasted',
  'preview.clean': 'Clean it up again',
  'preview.keep': 'Keep this',
  'preview.keepLine': 'Keep this: {line}',
  'preview.remove': 'Remove',
  'preview.removeLine': 'Remove again: {line}',
  'preview.more': { one: '{count} more line removed here', other: '{count} more lines removed here' },
  'preview.create': 'Create article',
  'preview.creating': 'Creating the article',
  'preview.notKept':
    'The article is made, but what you kept is not in its text yet. It is listed there under what was removed.',
} as const satisfies Catalogue;
