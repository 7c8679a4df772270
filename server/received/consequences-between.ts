import type { Article } from '../../shared/article.ts';
import { type Consequences, consequencesOf } from '../../shared/consequences.ts';
import { isShown } from '../../shared/in-view.ts';
import type { Reviewer } from '../../shared/roles.ts';
import { seenArticle, sightOf } from '../../shared/sight.ts';
import type { Shown } from '../../shared/visibility.ts';

type Visible = Partial<Pick<Shown, 'visibility' | 'visibilities'>>;

/** An earlier article with what each record says today of who sees it: what is closed by now is closed in all of the log (T11). */
const closedAsNow = (then: Article, now: Article): Article => {
  const tables = Object.entries(then).flatMap(([name, table]) => {
    if (!isShown(name)) return [];
    const today: ReadonlyMap<string, Visible> = now[name];
    const records = [...(table as ReadonlyMap<string, Visible>)].map(([id, record]) => {
      const { visibility: _, visibilities: __, ...rest } = record;
      const { visibility, visibilities } = today.get(id) ?? record;
      return [id, { ...rest, ...(visibility && { visibility }), ...(visibilities && { visibilities }) }] as const;
    });
    return [[name, new Map(records)] as const];
  });
  return { ...then, ...Object.fromEntries(tables) };
};

/** What became of all that stands on words from one version of an article to another, as far as a reviewer sees the article now. */
export const consequencesBetween = (one: Article, other: Article, now: Article, reviewer: Reviewer): Consequences => {
  const sight = sightOf(now, reviewer);
  const seen = (then: Article): Article => (sight ? seenArticle(closedAsNow(then, now), sight) : then);
  return consequencesOf(seen(one), seen(other));
};
