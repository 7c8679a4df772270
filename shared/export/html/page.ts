import { asIs, html, type Piece } from './markup.ts';
import { REPORT_STYLE } from './style.ts';

/** The SHA-256 of `REPORT_STYLE`, by which a page's policy lets this style and no other apply; a test holds the two together. */
export const STYLE_HASH = 'sha256-P004To0RgBkGWh0vjbHY9QYF488pyjyaCdDQoRKLvV4=';

/** What a page may do: show its own style. It runs nothing, fetches nothing and sends nothing (CSP Level 3). */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What a page is made of besides its body. */
export interface PageHead {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** What else stands in its head: links to others and data about it. */
  readonly more?: Piece;
}

/** A whole page in one file: its style is in it, and nothing is asked of anyone when it is opened. */
export const wholePage = ({ language, title, description, more }: PageHead, body: Piece): string =>
  html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Touchstone">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="data:,">
${more}
<style>${asIs(REPORT_STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
