import assert from 'node:assert/strict';
import { isSameText, sameTexts, shinglesOf } from '../../../shared/same-text.ts';
import { chance } from '../../support/random.ts';

const REPORT = `The observatory on the northern ridge said on Monday that it had measured the brightness of the moon for eleven years without finding any trace of cheese.
Its director, Ada Stein, told reporters in the harbour town that the instruments had been calibrated twice, once before the measurements began and once after the storm of last winter.
"We looked for what the minister had described, and it was not there," she said, adding that the full series of figures would be published in spring.
The ministry of the moon declined to comment, saying that it would study the report first and answer in writing.
A spokesman for the dairy board called the finding premature, since only the near side could be seen from the ridge and the far side remained a matter of belief.
The observatory was founded in 1910 by a group of sailors who wanted to know the tides, and has published its tables every year since, except for the two years of the great fire.
Prices of cheese fell by four percent after the announcement, the steepest fall since the rover was lost, according to traders in three cities.
The next measurement is planned for the eclipse in August, when the telescope is to be joined by two others on the southern islands.`;

const OTHER = `Cheese lost four percent of its price on Monday after astronomers said that they had found none of it on the moon.
Traders in the capital spoke of a panic in the morning and of bargains in the afternoon, when buyers from the coast came in.
Ada Stein, who runs the observatory on the northern ridge, presented eleven years of measurements and said nothing pointed to cheese.
Her figures are not public yet; they are promised for spring, and the dairy board wants to wait for the far side of the moon.
An answer of the ministry is to come in writing, people who know its ways do not expect it before the summer.
For the harbour town the day was a good one all the same, since the hotels were full and the reporters stayed for dinner.`;

const CHINESE = `北部山脊上的天文台星期一表示，十一年来他们一直测量月亮的亮度，没有发现任何奶酪的痕迹。
台长施泰因在港口城市对记者说，仪器校准过两次，一次在测量开始之前，一次在去年冬天的风暴之后。
“我们寻找部长所描述的东西，但是它不在那里，”她说，并补充说全部数据将在春天公布。
月亮部拒绝发表评论，称将首先研究报告并以书面形式作出答复。`;

const CHINESE_OTHER = `星期一奶酪价格下跌百分之四，此前天文学家宣布月亮上没有这种食物。
首都的交易商说上午出现恐慌，下午海岸的买家入场以后行情才稳定下来。
主管天文台的施泰因介绍了多年的观测结果，说没有任何迹象支持部长的说法，数字到春天才会公开。
乳品协会希望等待月球背面的观测，部里的书面回答预计要到夏天以后才会送达各家报社。`;

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

/** A wire text as another paper prints it: cut at the end, some words changed, a headline and the paper’s own matter around it. */
const printed = (text: string, seed: number): string => {
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
  ].join('\n');
};

const shingles = (...texts: readonly string[]) => new Map(texts.map((text, index) => [`s${index}`, shinglesOf(text)]));

describe('the same text under several addresses', () => {
  it('is known in 20 wire copies, each cut, edited and set among other matter', () => {
    const copies = Array.from({ length: 20 }, (_, seed) => printed(REPORT, seed));
    const pairs = sameTexts(shingles(REPORT, ...copies));
    assert.equal(pairs.length, (21 * 20) / 2);
  });

  it('is not seen in another report of the same event, in the same paper', () => {
    for (let seed = 0; seed < 20; seed++)
      assert.deepEqual(sameTexts(shingles(printed(REPORT, seed), printed(OTHER, seed))), [], `seed ${seed}`);
  });

  it('is known and not seen in the same way where there are no spaces between words', () => {
    for (let seed = 0; seed < 20; seed++) {
      assert.equal(sameTexts(shingles(CHINESE, printed(CHINESE, seed))).length, 1, `seed ${seed}`);
      assert.deepEqual(sameTexts(shingles(printed(CHINESE, seed), printed(CHINESE_OTHER, seed))), [], `seed ${seed}`);
    }
  });

  it('is known in the reading of a page whose lines are wrapped', () => {
    const wrapped = REPORT.replaceAll(/((?:\S+ ){4}\S+) /g, '$1\n');
    assert.ok(isSameText(shinglesOf(wrapped), shinglesOf(printed(REPORT, 3))));
  });

  it('is not seen in what only quotes it, nor in empty pages', () => {
    const quoting = `${OTHER}\n"We looked for what the minister had described, and it was not there," she said.`;
    assert.ok(!isSameText(shinglesOf(quoting), shinglesOf(REPORT)));
    assert.deepEqual(sameTexts(shingles('', '', 'Moon', 'Moon')), []);
  });

  it('takes less than a second for 40 long texts', () => {
    const started = performance.now();
    sameTexts(shingles(...Array.from({ length: 40 }, (_, seed) => printed(REPORT.repeat(8), seed))));
    assert.ok(performance.now() - started < 1_000);
  });
});
