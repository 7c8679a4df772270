import assert from 'node:assert/strict';
import { isSameText, sameTexts, shinglesOf } from '../../../shared/same-text.ts';
import { processorTime } from '../../support/processor-time.ts';
import { OTHER_REPORT, printedAs, REPORT } from '../../support/wire-text.ts';

const CHINESE = `北部山脊上的天文台星期一表示，十一年来他们一直测量月亮的亮度，没有发现任何奶酪的痕迹。
台长施泰因在港口城市对记者说，仪器校准过两次，一次在测量开始之前，一次在去年冬天的风暴之后。
“我们寻找部长所描述的东西，但是它不在那里，”她说，并补充说全部数据将在春天公布。
月亮部拒绝发表评论，称将首先研究报告并以书面形式作出答复。`;

const CHINESE_OTHER = `星期一奶酪价格下跌百分之四，此前天文学家宣布月亮上没有这种食物。
首都的交易商说上午出现恐慌，下午海岸的买家入场以后行情才稳定下来。
主管天文台的施泰因介绍了多年的观测结果，说没有任何迹象支持部长的说法，数字到春天才会公开。
乳品协会希望等待月球背面的观测，部里的书面回答预计要到夏天以后才会送达各家报社。`;

const printed = (text: string, seed: number): string => printedAs('text', text, seed);

const shingles = (...texts: readonly string[]) => new Map(texts.map((text, index) => [`s${index}`, shinglesOf(text)]));

describe('the same text under several addresses', () => {
  it('is known in 20 wire copies, each cut, edited and set among other matter', () => {
    const copies = Array.from({ length: 20 }, (_, seed) => printed(REPORT, seed));
    const pairs = sameTexts(shingles(REPORT, ...copies));
    assert.equal(pairs.length, (21 * 20) / 2);
  });

  it('is not seen in another report of the same event, in the same paper', () => {
    for (let seed = 0; seed < 20; seed++)
      assert.deepEqual(sameTexts(shingles(printed(REPORT, seed), printed(OTHER_REPORT, seed))), [], `seed ${seed}`);
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
    const quoting = `${OTHER_REPORT}\n"We looked for what the minister had described, and it was not there," she said.`;
    assert.ok(!isSameText(shinglesOf(quoting), shinglesOf(REPORT)));
    assert.deepEqual(sameTexts(shingles('', '', 'Moon', 'Moon')), []);
  });

  it('takes less than a second for 40 long texts', () => {
    const took = processorTime(() =>
      sameTexts(shingles(...Array.from({ length: 40 }, (_, seed) => printed(REPORT.repeat(8), seed)))),
    );
    assert.ok(took < 1_000, `${took} ms`);
  });
});
