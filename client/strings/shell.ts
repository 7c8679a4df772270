import type { Catalogue } from './message.ts';

/** The messages of everything around the workspace. */
export const shell = {
  'app.name': 'Touchstone',
  'app.skip': 'Skip to the content',
  'app.loading': 'Loading',
  'app.tryAgain': 'Try again',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
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
  'notFound.home': 'All articles',

  'account.menu': 'Account of {name}',
  'account.theme': 'Theme',
  'account.theme.system': 'System',
  'account.theme.light': 'Light',
  'account.theme.dark': 'Dark',
  'account.signOut': 'Sign out',

  'role.viewer': 'Viewer',
  'role.annotator': 'Annotator',
  'role.editor': 'Editor',
  'role.lead': 'Lead',
  'role.admin': 'Admin',
} as const satisfies Catalogue;
