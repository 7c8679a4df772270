import type { Page } from './fetch-page.ts';
import { pageDetails } from './page-details.ts';
import { decoded, readableText } from './readable-text.ts';

/** The words of a page of HTML, and what it says of itself. */
export const readPage = ({ mediaType, charset, bytes, address }: Page) => ({
  text: readableText(mediaType, charset, bytes),
  ...pageDetails(decoded(mediaType, charset, bytes), address),
});
