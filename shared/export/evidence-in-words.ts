import type { Article } from '../article.ts';
import { EVIDENCE_FIELDS, type Evidence } from '../evidence.ts';
import { placeInWords } from '../pin.ts';
import { sourceName } from '../source.ts';
import { collapsed } from '../text.ts';

/** Where in its source evidence is, besides its words: "p. 4, 00:12:30"; empty where only words say it. */
export const placeOf = ({ pin, time }: Evidence): string => [pin && placeInWords(pin), time].filter(Boolean).join(', ');

/** The words of a passage as they are cited: in quotation marks, unless they only say the same. */
export const passageOf = ({ passage, manner, pin }: Evidence): string => {
  const words = passage || (pin ? pin.quote.exact : '');
  if (words === '') return '';
  return manner === 'paraphrase' ? words : `“${words}”`;
};

/** Evidence as one line of text: "Refutes: The study, https://board.example/: “0 of 382 kg” (p. 4). Not one sample." */
export const evidenceInWords = (article: Article, evidence: Evidence): string => {
  const source = article.sources.get(evidence.source);
  const cited = source ? [sourceName(source), source.title && source.url].filter(Boolean).join(', ') : evidence.source;
  const place = placeOf(evidence);
  const said = [cited, passageOf(evidence)].filter(Boolean).join(': ');
  const stance = EVIDENCE_FIELDS.stance.show(evidence.stance);
  const note = evidence.note && `. ${evidence.note}`;
  return collapsed(`${stance && `${stance}: `}${said}${place && ` (${place})`}${note}`);
};
