import { chance } from './random.ts';

/** A text of an agency. */
export const REPORT = `The observatory on the northern ridge said on Monday that it had measured the brightness of the moon for eleven years without finding any trace of cheese.
Its director, Ada Stein, told reporters in the harbour town that the instruments had been calibrated twice, once before the measurements began and once after the storm of last winter.
"We looked for what the minister had described, and it was not there," she said, adding that the full series of figures would be published in spring.
The ministry of the moon declined to comment, saying that it would study the report first and answer in writing.
A spokesman for the dairy board called the finding premature, since only the near side could be seen from the ridge and the far side remained a matter of belief.
The observatory was founded in 1910 by a group of sailors who wanted to know the tides, and has published its tables every year since, except for the two years of the great fire.
Prices of cheese fell by four percent after the announcement, the steepest fall since the rover was lost, according to traders in three cities.
The next measurement is planned for the eclipse in August, when the telescope is to be joined by two others on the southern islands.`;

/** Another report of the same event. */
export const OTHER_REPORT = `Cheese lost four percent of its price on Monday after astronomers said that they had found none of it on the moon.
Traders in the capital spoke of a panic in the morning and of bargains in the afternoon, when buyers from the coast came in.
Ada Stein, who runs the observatory on the northern ridge, presented eleven years of measurements and said nothing pointed to cheese.
Her figures are not public yet; they are promised for spring, and the dairy board wants to wait for the far side of the moon.
An answer of the ministry is to come in writing, people who know its ways do not expect it before the summer.
For the harbour town the day was a good one all the same, since the hotels were full and the reporters stayed for dinner.`;

const MENUS = [
  'Home\nPolitics\nSport\nWeather\nSign in',
  'Start | Inland | Ausland | Kultur',
  'Menu\nSubscribe for 1 € a week',
];
const NOTICES = [
  'We and our 847 partners store and read information on your device to show you advertisements that suit you. You can change your mind at any time.',
  'Register free of charge to read this article and five more each month, and get our newsletter on weekday mornings.',
  'This newspaper is independent and lives from its readers. If you like what we do then consider to support our work today.',
];

/** The lines of a wire text as another paper prints it: cut at the end, some words changed, a headline and the paper’s own matter around it. */
const printed = (text: string, seed: number): readonly string[] => {
  const { below, pick, likely } = chance(seed);
  const lines = text.split('\n');
  const cut = lines.slice(0, Math.max(Math.ceil(lines.length / 2), lines.length - below(4)));
  const edited = cut.map((line) =>
    line
      .split(' ')
      .map((word, index) => (index > 3 && likely(0.02) ? pick(['reportedly', 'however', word.toUpperCase()]) : word))
      .join(' '),
  );
  return [
    pick(MENUS),
    pick(['Moon', 'No cheese found', 'Ridge']),
    pick(NOTICES),
    ...edited,
    pick(NOTICES),
    pick(MENUS),
  ];
};

/** A wire text as another paper prints it, as it is read or as the page that its readers get. */
export const printedAs = (what: 'text' | 'html', text: string, seed: number): string => {
  const lines = printed(text, seed);
  if (what === 'text') return lines.join('\n');
  const [menu = '', title = '', ...rest] = lines;
  const things = JSON.stringify({ '@type': 'NewsArticle', headline: title, publisher: { name: `Paper ${seed}` } });
  const blocks = rest.map((line) => `<p>${line}</p>`).join('');
  return `<html lang="en"><title>${title}</title><script type="application/ld+json">${things}</script><nav>${menu}</nav><h1>${title}</h1>${blocks}`;
};
