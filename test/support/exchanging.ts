import { Exchange, type ExchangeParts } from './exchange.ts';

/** Types text at a position of the doc, as JSON. */
export const type = (position: number, text: string) => ({
  kind: 'text',
  target: 'body',
  steps: [{ stepType: 'replace', from: position, to: position, slice: { content: [{ type: 'text', text }] } }],
});

/** Locks the text. */
export const lock = { kind: 'article.lock' };

/** Adds a source. */
export const source = (id: string) => ({ kind: 'source.add', source: id, fields: { title: 'Almanac' } });

/** A test with an exchange of its own that is closed after it. */
export const exchanging = (
  says: string,
  test: (exchange: Exchange) => Promise<void>,
  { timeout = 30_000, ...parts }: ExchangeParts & { readonly timeout?: number } = {},
): void => {
  it(says, async function () {
    this.timeout(timeout);
    const exchange = await Exchange.open(parts);
    try {
      await test(exchange);
    } finally {
      await exchange.close();
    }
  });
};
