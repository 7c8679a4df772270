import type { Catalogue } from '../message.ts';

/** The messages of what one sees before one is in, and on an empty desk. */
export const entrance = {
  'entrance.name': 'Your name',
  'entrance.nameHint': 'As your colleagues know you; it stands beside your verdicts.',
  'entrance.email': 'Email',
  'entrance.emailOptional': 'Email (may be left out)',
  'entrance.missingName': 'Give your name.',
  'entrance.passkey': 'Go on with a passkey',
  'entrance.provider': 'Go on with {name}',
  'entrance.noPasskey':
    'You are in, but no passkey was made. Make one under “Your account”, or set a password there, to come in again.',
  'entrance.signedIn': 'You are signed in as {name}. Going on here makes another account and signs you in with it.',

  'signIn.page': 'Sign in',
  'signIn.title': 'Sign in',
  'signIn.password': 'Password',
  'signIn.wrong': 'Email or password is wrong.',
  'signIn.missingEmail': 'Give your email.',
  'signIn.missingPassword': 'Give your password.',
  'signIn.forgot': 'Forgot your password?',
  'signIn.forgotWords': 'We send you a link to set a new one, if there is an account with this email.',
  'signIn.forgotDo': 'Send the link',
  'signIn.forgotBack': 'Back to signing in',
  'signIn.forgotDone': 'If there is an account with this email, a letter is on its way. Its link is good for an hour.',
  'signIn.noMail': 'Forgot your password? An admin of your desk can make you a link to set a new one.',
  'signIn.passkey': 'Sign in with a passkey',
  'signIn.noPasskey': 'The browser showed no passkey that is known here.',
  'signIn.byToken': 'With an access token',
  'signIn.notGood': 'This access token is not good, or no longer.',
  'signIn.token': 'Access token',
  'signIn.tokenHint': 'Paste it whole; it stays in this browser as a session of 30 days.',
  'signIn.doToken': 'Sign in with the token',
  'signIn.show': 'Show the token',
  'signIn.missing': 'Paste your access token.',
  'signIn.do': 'Sign in',
  'signIn.noToken': 'No account yet?',
  'signIn.invitation':
    'Ask a lead or an admin of your desk for an invitation link. Open it here, give your name, and you are in.',
  'signIn.operator': 'Whoever runs the server makes a token with this command:',

  'provider.signIn': 'Sign in with {name}',
  'provider.leaving': 'Going to {name} …',
  'provider.stillIn':
    'You are signed out here. At {name} you are still signed in: whoever uses this browser next comes in by it.',
  'provider.signOut': 'Sign out at {name} too',
  'provider.down': 'The provider does not answer now. Sign in another way, or try again in a while.',
  'provider.wrong': 'What the provider answered could not be trusted. Tell whoever runs this server.',
  'provider.denied': 'Nobody was signed in: at the provider it was called off.',
  'provider.refused': 'The provider refused to sign you in. Tell whoever runs this server.',
  'provider.late': 'This took too long, or began in another window. Try again.',
  'provider.stranger':
    'Nobody here is known by this account of the provider. Ask a lead or an admin of your desk for an invitation.',
  'provider.unverified':
    'The provider does not say that the email is yours. Sign in another way, and link your account with it under “Your account”.',
  'provider.unproven':
    'There is an account with your email here, and nobody has shown yet that the email is theirs. Sign in to it another way, and link it under “Your account”; or set a new password by a letter first.',
  'provider.domain': 'Accounts with an email of this domain are not let in here. Take another one.',
  'provider.another':
    'Your account here is linked with another account of the provider. Take that one, or unlink it first.',
  'provider.taken': 'This account of the provider belongs to somebody else here.',
  'provider.shut-out': 'You may not come in here any more. Ask an admin of your desk.',

  'password.optional': 'Password (may be left out)',
  'password.hint':
    'At least 12 characters: a few words that do not belong together. Without one, and without a passkey, you come in again only by a link.',
  'password.needsEmail': 'Give your email too: you sign in with it.',
  'password.short': 'At least 12 characters: a few words that do not belong together are easy to keep.',
  'password.long': 'At most 200 characters.',
  'password.common': 'This password is among the first that are tried. Take words that do not belong together.',
  'password.personal': 'This password is made of your name or email. Take words that others would not think of.',
  'reset.page': 'New password',
  'reset.title': 'Set a new password',
  'reset.words': 'For {name}, {email}. Wherever you are signed in now, you are signed out.',
  'reset.new': 'New password',
  'reset.do': 'Set the password',
  'reset.done': 'The password is set. Sign in with it.',
  'reset.another': 'Ask for a new link on the sign-in page, or an admin of your desk.',

  'setUp.page': 'Set up',
  'setUp.title': 'Set up your desk',
  'setUp.words': 'You are the first one here. You become the admin, who invites the others.',
  'setUp.missingEmail': 'Give your email.',
  'setUp.do': 'Set up and sign in',
  'setUp.alone': 'Do you work alone?',
  'setUp.aloneWords':
    'This browser is on the machine that Touchstone runs on. You can begin at once, without a name or a password. Set a password under “Your account” before you leave for a week.',
  'setUp.aloneDo': 'Start on this machine alone',

  'join.page': 'Join',
  'join.title': 'Join the desk',
  'join.words': 'A colleague invited you to check articles together. Say who you are to come in.',
  'join.wordsAs': 'A colleague invited you to check articles together. Your role: {role}. Say who you are to come in.',
  'join.emailHint': 'The invitation was sent here; you sign in with it.',
  'join.back': 'Back to the invitation',
  'join.another': 'Ask the colleague who sent it for a new one.',
  'join.do': 'Join',

  'guest.page': 'Guest',
  'guest.words': 'You are invited to this article as a guest. What you may do: {role}.',
  'guest.signedIn': 'You are signed in as {name}. Going on here signs you in as a guest instead.',
  'guest.toArticle': 'Open the article as you are',
  'guest.until': 'You can come back in this browser until {time}.',
  'guest.do': 'Open the article',

  'articles.empty': 'No article yet',
  'articles.emptyWords':
    'Copy a whole page, menus and all, and paste it anywhere here. The article is found in it, and you see what was left out.',
  'articles.emptyReader': 'There is nothing to check yet. An editor of your desk will put an article here.',
  'articles.paste': 'Paste or drop an article',
  'articles.sample': 'Open the sample',
} as const satisfies Catalogue;
