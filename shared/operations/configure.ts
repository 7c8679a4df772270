import type { Article } from '../article.ts';
import { canonicalJson } from '../canonical.ts';
import { keptTypes } from '../desk.ts';
import { someOf } from '../fields.ts';
import { record } from '../parsing.ts';
import { scaleName } from '../scale.ts';
import { parseSettings, type Settings, scaleNamed, settingsOf } from '../settings.ts';
import { type Kind, type Part, type Refusal, refuse } from './kind.ts';
import { signed } from './traces.ts';

/** Decides otherwise for this article; settings that are not named stay as they are. */
export interface ConfigureArticle extends Part {
  readonly kind: 'article.configure';
  readonly settings: Partial<Settings>;
}

/** The article with settings, the scale kept beside so that its verdicts keep their words; two scales of one name are refused. */
export const withSettings = (article: Article, given: Partial<Settings>): Article | Refusal => {
  const { scale, types } = given;
  const known = scale && scaleNamed(article, scaleName(scale));
  if (known && canonicalJson(known) !== canonicalJson(scale)) return refuse('exists');
  const settings = {
    ...article.settings,
    ...given,
    ...(types && { types: keptTypes(settingsOf(article), { types }) }),
  };
  if (!scale) return { ...article, settings };
  return { ...article, settings, scales: new Map([...article.scales, [scaleName(scale), scale]]) };
};

const configureArticle: Kind<ConfigureArticle> = {
  parse: (value, where) => ({ settings: parseSettings(record(value, where).settings, `${where}.settings`) }),
  apply: (article, part, act) => {
    const before = settingsOf(article);
    if (canonicalJson({ ...before, ...part.settings }) === canonicalJson(before)) return refuse('no-change');
    const after = withSettings(article, part.settings);
    return 'refused' in after ? after : { ...after, configured: { reviewer: act.reviewer, at: act.at } };
  },
  invert: (before, { settings }) => [
    { kind: 'article.configure', settings: someOf(settingsOf(before), settings) } satisfies ConfigureArticle,
  ],
  traces: (article) => signed('configured', article.configured),
};

/** What can be decided about an article. */
export const configureKinds = { 'article.configure': configureArticle } as const;
