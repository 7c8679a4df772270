import { evidenceOf, scaleOf } from '../../outcome.ts';
import { isOrdered, offered, type Scale, scaleName } from '../../scale.ts';
import { settingsOf } from '../../settings.ts';
import { workOf } from '../../work-now.ts';
import { html, type Piece } from './markup.ts';
import { personOf, type Report, ratingWords } from './report.ts';

/** The scales, each in its version, that the outcomes of the page are given on; the article's own where there are none. */
const scalesOf = ({ edition: { article }, claims }: Report): readonly Scale[] => {
  const used = claims.flatMap(({ outcome }) => (outcome && scaleOf(article, outcome.verdict)) ?? []);
  const all = used.length > 0 ? used : [settingsOf(article).scale];
  return [...new Map(all.map((scale) => [scaleName(scale), scale])).values()];
};

const scaleWords = ({ words }: Report, scale: Scale): Piece => {
  const order = isOrdered(scale) ? words.inOrder : words.withoutOrder;
  return html`<h3>${words.scale}: <bdi>${ratingWords(words, scale.id, scale.name)}</bdi> <span class="small">(${scaleName(scale)}, ${order})</span></h3>
<ul class="ratings">${offered(scale).map(
    ({ label, tone, number }) =>
      html`<li><span class="outcome ${tone}"><bdi>${ratingWords(words, scale.id, label)}</bdi></span>${number !== undefined && html` <span class="small">${number}</span>`}</li>`,
  )}</ul>`;
};

/** All who judged, checked or signed a claim of the page, by name, each once. */
const namesOf = (report: Report): readonly string[] => {
  const { article } = report.edition;
  const hands = report.claims.flatMap(({ claim, outcome }) => {
    const { first, second, signed } = workOf(article, claim.id);
    return [outcome?.verdict, first, second, signed].flatMap((each) => each?.reviewer ?? []);
  });
  return [...new Set(hands)].map((each) => personOf(report, each)).filter((each) => each !== '');
};

/** What was rated with, by which rule, and by how many. */
export const methodSection = (report: Report): Piece => {
  const { words, edition } = report;
  const { rule, checks } = settingsOf(edition.article);
  const names = namesOf(report);
  return html`<section id="method" aria-labelledby="method-name"><h2 id="method-name">${words.method}</h2>
${scalesOf(report).map((scale) => scaleWords(report, scale))}
<h3>${words.rule}</h3><p>${words.rules[rule]} ${words.checksAsked[checks] ?? ''}</p>
${names.length > 0 && html`<h3>${words.whoWorked}</h3><ul>${names.map((name) => html`<li dir="auto">${name}</li>`)}</ul>`}
</section>`;
};

/** Of which version everything on the page is. */
export const versionsLine = (report: Report): Piece => {
  const { words, edition } = report;
  const { version, hash } = edition.article;
  const pieces = new Set(report.claims.flatMap(({ main }) => evidenceOf(edition.article, main).map(({ id }) => id)));
  const scales = scalesOf(report).map((scale) => words.scaleVersion(scaleName(scale)));
  const { selection } = edition;
  const selected = selection ? [words.selectedClaims(selection.shown, selection.of)] : [];
  return html`<p class="small">${[words.articleVersion(version), ...scales, words.evidenceVersion(pieces.size), ...selected].join(', ')} · ${words.logHash} <code>${hash}</code></p>`;
};
