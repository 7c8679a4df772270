import type { Catalogue } from '../message.ts';

/** The messages about the addresses outside that are told what people are told. */
export const webhooks = {
  'webhooks.title': 'Webhooks',
  'webhooks.words':
    'Addresses outside, such as a channel of your chat, that are told what people here find under the bell.',
  'webhooks.url': 'Address',
  'webhooks.missing': 'Which address is to be told?',
  'webhooks.add': 'Add',
  'webhooks.secret': 'Secret of {url}',
  'webhooks.secretMeans':
    'Each message is signed with it. It is shown only now: keep it where the messages are received.',
  'webhooks.copied': 'The secret is copied.',
  'webhooks.copyByHand': 'This browser does not let pages copy. The secret is selected: copy it by hand.',
  'webhooks.done': 'Done',
  'webhooks.since': 'Added {time}',
  'webhooks.test': 'Send a test',
  'webhooks.remove': 'Remove',
  'webhooks.removeSure': 'Remove it with what was not sent yet',
  'webhooks.keep': 'Keep it',
  'webhooks.log': 'What was sent',
  'webhooks.sendAgain': 'Send again',
  'webhooks.older': 'Show older messages',
  'webhooks.none': 'Nothing has been sent yet.',
  'webhooks.aTest': 'Test',
  'webhooks.waits': 'waits to be sent',
  'webhooks.taken': 'taken ({outcome})',
  'webhooks.again': {
    one: 'not taken ({outcome}), tried again {time}',
    other: 'not taken in {count} tries ({outcome}), tried again {time}',
  },
  'webhooks.givenUp': 'given up ({outcome})',
} as const satisfies Catalogue;
