import { offered, type Scale, scaleName } from '../scale.ts';
import { titleOf } from '../schema.ts';
import { RULES, scaleNamed, settingsOf } from '../settings.ts';
import type { Edition } from './format.ts';
import { selectionInWords } from './selected.ts';

/** The scale that the article is judged on, and every other that somebody gave a verdict on. */
const scalesIn = ({ article }: Edition): readonly Scale[] => {
  const given = [...article.verdicts.values(), ...article.decisions.values()].map(({ scale }) => scale);
  return [...new Set([scaleName(settingsOf(article).scale), ...given])].flatMap(
    (name) => scaleNamed(article, name) ?? [],
  );
};

/** What an export says of itself, a label and a value each: of what, which versions, by whom, when. */
export const aboutEdition = (edition: Edition): readonly (readonly [label: string, value: string | number])[] => {
  const { article, desk, address, exportedAt } = edition;
  const { rule, checks } = settingsOf(article);
  return [
    ['Article', titleOf(article.doc)],
    ['Address', address],
    ['Article version', article.version],
    ['SHA-256 of the log', article.hash],
    ['Whole article', article.sight === undefined ? 'Yes' : 'No: as far as it may be seen'],
    ...(edition.selection ? ([['Claims', selectionInWords(edition)]] as const) : []),
    ...(article.origin.url === '' ? [] : ([['First read from', article.origin.url]] as const)),
    ['Desk', desk.name],
    ['Address of the desk', desk.url],
    ['Outcome of several verdicts', RULES[rule]],
    ['Checks before a claim is signed', checks],
    ...scalesIn(edition).map(
      (scale) =>
        [
          `Scale ${scaleName(scale)}`,
          `${scale.name}, version ${scale.version}: ${offered(scale)
            .map(({ label, number }) => (number === undefined ? label : `${label} (${number})`))
            .join(', ')}`,
        ] as const,
    ),
    ['Exported at', exportedAt],
  ];
};
