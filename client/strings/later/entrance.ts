import type { Catalogue } from '../message.ts';

/** The messages of what one sees before one is in, and on an empty desk. */
export const entrance = {
  'entrance.name': 'Your name',
  'entrance.nameHint': 'As your colleagues know you; it stands beside your verdicts.',
  'entrance.email': 'Email',
  'entrance.emailOptional': 'Email (may be left out)',
  'entrance.missingName': 'Give your name.',
  'entrance.signedIn': 'You are signed in as {name}. Going on here makes another account and signs you in with it.',

  'signIn.page': 'Sign in',
  'signIn.title': 'Sign in',
  'signIn.token': 'Access token',
  'signIn.tokenHint': 'Paste it whole; it stays in this browser as a session of 30 days.',
  'signIn.show': 'Show the token',
  'signIn.missing': 'Paste your access token.',
  'signIn.do': 'Sign in',
  'signIn.noToken': 'No token?',
  'signIn.invitation':
    'Ask a lead or an admin of your desk for an invitation link. Open it here, give your name, and you are in.',
  'signIn.operator': 'Whoever runs the server makes a token with this command:',

  'setUp.page': 'Set up',
  'setUp.title': 'Set up your desk',
  'setUp.words': 'You are the first one here. You become the admin, who invites the others.',
  'setUp.missingEmail': 'Give your email.',
  'setUp.do': 'Set up and sign in',

  'join.page': 'Join',
  'join.title': 'Join the desk',
  'join.words': 'A colleague invited you to check articles together. Say who you are to come in.',
  'join.another': 'Ask the colleague who sent it for a new one.',
  'join.do': 'Join',

  'articles.empty': 'No article yet',
  'articles.emptyWords':
    'Copy a whole page, menus and all, and paste it anywhere here. The article is found in it, and you see what was left out.',
  'articles.emptyReader': 'There is nothing to check yet. An editor of your desk will put an article here.',
  'articles.paste': 'Paste or drop an article',
  'articles.sample': 'Open the sample',
} as const satisfies Catalogue;
