import { askedOf } from '../contact.ts';
import type { Evidence } from '../evidence.ts';
import { isInSight } from '../thread.ts';
import type { Verdict } from '../verdict.ts';
import type { Json } from './annotations/annotation.ts';
import { assessing, describing, identifying, tagging } from './annotations/of-claims.ts';
import { linking } from './annotations/of-evidence.ts';
import { discussing, editing, replied } from './annotations/of-talk.ts';
import type { Edition } from './format.ts';
import { standings, stretches } from './standing.ts';

/** An annotation for each act that stands. */
export const annotationsOf = (edition: Edition): readonly Json[] => {
  const { article } = edition;
  const all = standings(article);
  const at = stretches(article);
  const kept = new Set(all.map(({ claim }) => claim.id));
  const counts = (each: Verdict | Evidence): boolean => !each.withdrawn && kept.has(each.claim);
  return [
    ...all.map((standing) => identifying(edition, standing)),
    ...all.flatMap((standing) => tagging(edition, standing)),
    ...all.flatMap(({ claim }) => describing(edition, claim.id)),
    ...[...article.evidence.values()].filter(counts).map((evidence) => linking(edition, evidence)),
    ...[...article.threads.values()]
      .filter((thread) => isInSight(article, thread))
      .flatMap((thread) => discussing(edition, thread, thread.quote && at(thread.id))),
    ...[...article.corrections.values()]
      .filter((each) => !each.withdrawn)
      .map((each) => editing(edition, each, at(each.id))),
    ...[...edition.asked.values()]
      .filter((each) => !each.withdrawn)
      .flatMap(askedOf)
      .filter(({ question }) => kept.has(question.claim))
      .flatMap((asked) => replied(edition, asked)),
    ...[...article.verdicts.values()].filter(counts).map((verdict) => assessing(edition, verdict, 'verdicts')),
    ...[...article.decisions.values()].filter(counts).map((each) => assessing(edition, each, 'decisions')),
  ];
};
