import type { Line } from './line.ts';

const CREDIT =
  /^\(?(?:based on (?:reporting|reports|material|information)|(?:with )?(?:additional )?(?:reporting|contributions?) (?:by|from)|with (?:files|information|material) from|with agenc|sources?:|mit material|quellen?:|mit informationen|avec (?:l'|les? )?(?:afp|reuters|ap|agences?)|source :|con información|fuentes?:|con fonte|fonti?:|по материалам|по информации|источник:|с использованием|na podstawie)/iu;
const CAPTION =
  /^(?:(?:photo(?:graph)?s?|image|picture|file photo|credit|illustration|foto|bild|фото|写真|사진)(?: ?(?:credit|by|source|von|de))? ?[:：©]|photo(?:graph)?s? by |(?:courtesy of|via) (?:getty|ap|afp|reuters))|(?:getty images|\(ap photo|ap photo\/|afp via|\/ ?(?:reuters|afp|ap|getty|shutterstock|associated press|canadian press|dpa|epa|keystone|bloomberg|anadolu))[^.!?]{0,40}\)?\.?$|[＝=](?:ＡＰ|ap|ＡＦＰ|afp|ロイター|ゲッティ|共同|時事|代表撮影)[^。]{0,12}$/iu;
// Whose picture it is, at the end of what it shows.
const CREDITED =
  /(?:[([] ?(?:images?|photos?|pictures?|pic|credits?|fotos?|bild|crédit|사진|写真)(?: (?:courtesy|source|credit|출처|제공))? ?[:：/©=][^)\]]{1,80}[)\]]|(?<=[.!?"”’)\p{L}] )(?:photos?|foto|image|picture|credit|photo credit|crédit|bild|фото) ?[:©] ?\p{Lu}[^.!?]{1,60})\.?$/iu;
const SPEAKER = /^[\p{L} .]{1,24}: /u;
const SPEECH = /^["“«„–—-]/u;
const LONGEST_CREDIT = 160;
const LONGEST_CAPTION = 300;
const WIDEST_HEADING = 90;

/** Whether a line names the agencies or sources an article was made from. */
export const isCredit = (line: Line): boolean => line.text.length <= LONGEST_CREDIT && CREDIT.test(line.text);

/** Whether a line says of itself that it belongs to a picture. */
export const isCaption = (line: Line): boolean =>
  line.text.length <= LONGEST_CAPTION && (CAPTION.test(line.text) || CREDITED.test(line.text));

const standsAbove = (next: Line | undefined): boolean =>
  next !== undefined && (next.prose || (next.ends && next.width >= 60));

/** Whether a line is a heading: short, open-ended, between paragraphs. */
const isHeading = (line: Line, before: Line | undefined, next: Line | undefined): boolean =>
  line.width <= WIDEST_HEADING &&
  line.words <= 14 &&
  (!line.ends || /[?？]$/.test(line.text)) &&
  !/[,;:]$/.test(line.text) &&
  !SPEECH.test(line.text) &&
  !SPEAKER.test(line.text) &&
  (before === undefined || before.ends || before.prose) &&
  standsAbove(next);

/** What kind of block a kept line makes by itself, seen with its kept neighbours. */
export const kindOf = (
  line: Line,
  before: Line | undefined,
  next: Line | undefined,
): 'credit' | 'caption' | 'heading' | 'paragraph' => {
  if (isCredit(line)) return 'credit';
  if (isCaption(line)) return 'caption';
  return isHeading(line, before, next) ? 'heading' : 'paragraph';
};
