import { readerContract } from '../../support/reader-contract.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the reader of plain text', () => {
  readerContract('text', {
    file: {
      name: 'moon.txt',
      mediaType: 'text/plain',
      bytes: bytesOf(
        'Skip to content\nShare this article\n\nWhat the moon is made of\n\nIt is made of 80 percent cheese, Reuters says.\n\nNobody has asked the moon.',
      ),
    },
    title: 'What the moon is made of',
    words: ['Share this article', 'It is made of 80 percent cheese, Reuters says.', 'Nobody has asked the moon.'],
  });
});
