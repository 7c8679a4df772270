import type { Catalogue } from './message.ts';

/** The messages of everything around the workspace. */
export const shell = {
  'app.name': 'Touchstone',
  'app.skip': 'Skip to the content',
  'app.loading': 'Loading',
  'app.tryAgain': 'Try again',
  'app.close': 'Close',
  'toasts.label': 'Messages',
  'app.title': '{page} · Touchstone',

  'problem.offline': 'The server cannot be reached. Check your connection; nothing you typed is lost.',
  'problem.signedOut': 'You are not signed in.',
  'problem.forbidden': 'Your role does not allow this.',
  'problem.notFound': 'There is nothing here, or it is not for you to see.',
  'problem.tooLarge': 'This is more than the server takes at once.',
  'problem.tooMany': 'Too many attempts. Wait a minute, then try again.',
  'problem.broken': 'Something went wrong on the server. Try again in a moment.',
  'problem.refused': 'The server refused this (status {status}).',

  'crash.title': 'This page stopped working',
  'crash.words': 'The fault is ours. What was saved is safe; load the page again to go on.',
  'crash.reload': 'Load again',
  'crash.details': 'Details for a report',

  'notFound.page': 'Not found',
  'notFound.title': 'There is no such page',
  'notFound.words': 'The address may be mistyped, or what it led to is not for you to see.',

  'account.menu': '{initials}, account of {name}',

  'articles.all': 'All articles',
  'articles.title': 'Articles',
  'articles.new': 'New article',
  'articles.search': 'Search titles',
  'articles.list': 'Articles, the one changed last first',
  'articles.count': { one: '{count} article', other: '{count} articles' },
  'articles.found': { one: '{count} article found', other: '{count} articles found' },
  'articles.noneFound': 'No title holds “{query}”.',
  'articles.untitled': 'Untitled',
  'articles.claims': { one: '{count} claim', other: '{count} claims' },
  'articles.noClaims': 'no claims yet',
  'articles.words': { one: '{count} word', other: '{count} words' },
  'articles.locked': 'Text locked',
  'articles.elsewhere': { one: '{count} change at its address', other: '{count} changes at its address' },
  'articles.gone': 'Gone from its address',
  'articles.loading': 'Loading the articles',
  'articles.stale': 'This list may be old. {why}',
  'articles.resume': 'You have an article that is not made yet.',
  'articles.resumeDo': 'Go on with it',

  'invite.open': 'Invite',

  'newArticle.drop': 'Drop it here',
  'newArticle.notRead': '“{name}” is not in a format that can be read.',
  'newArticle.tooLarge': '“{name}” is larger than 20 MB.',
  'newArticle.replaced': 'The text you had begun with is replaced.',
  'newArticle.notKept':
    'This browser cannot keep the text. It is lost when you leave this page before the article is made.',
} as const satisfies Catalogue;
