import type { Catalogue } from '../message.ts';

/** The messages of the dialog that makes an invitation. */
export const invite = {
  'guests.title': 'Guests',
  'guests.words':
    'A guest sees this article and nothing else of the desk, nor what only the desk sees. The name that they give stands beside their work.',
  'guests.make': 'Make a link for guests',
  'guests.made': 'Link for guests',
  'guests.onlyNow': 'It is shown only now. Whoever has it can come in until {time}, or until you revoke it.',
  'guests.until': 'good until {time}',
  'guests.noLabel': 'Without a name',
  'guests.nobody': 'Nobody has come in yet.',
  'guests.revoked': 'The link is revoked; whoever came in by it is out.',
  'invite.title': 'Invite a colleague',
  'invite.role': 'Role',
  'invite.name': 'For whom (may be left out)',
  'invite.do': 'Make a link',
  'invite.link': 'Invitation link',
  'invite.good': 'Send it to one person: it is good once, until {time}.',
  'invite.email': 'Email (may be left out: then you are given a link)',
  'invite.send': 'Send the invitation',
  'invite.mailed': 'The letter is on its way. Its link is good once, until {time}, and nobody else sees it.',
  'invite.copy': 'Copy',
  'invite.copied': 'The link is copied.',
  'invite.copyByHand': 'This browser does not let pages copy. The link is selected: copy it by hand.',
  'invite.another': 'Make another',

  'role.viewer': 'Viewer',
  'role.annotator': 'Annotator',
  'role.editor': 'Editor',
  'role.lead': 'Lead',
  'role.admin': 'Admin',
  'role.viewer.may': 'Reads',
  'role.annotator.may': 'Reads, marks claims, attaches sources, gives verdicts',
  'role.editor.may': 'All that, changes texts, adds articles',
  'role.lead.may': 'All that, locks texts, withdraws the work of others, invites',
  'role.admin.may': 'Everything',
} as const satisfies Catalogue;
