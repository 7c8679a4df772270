import type { Claimant } from '../shared/attribution.ts';
import type { ClaimFields } from '../shared/claim.ts';
import type { EvidenceFields } from '../shared/evidence.ts';
import type { SourceFields } from '../shared/source.ts';

/** The sample article, in words of our own; the events are those that agencies reported on October 22, 2015. */
export const TITLE = 'Assad would talk to some of the rebels he is fighting, Putin says';

export const CAPTION = 'In Moscow, two days before the speech: Assad, left, beside Putin.';

export const CREDIT = 'Sample article, written for Touchstone after agency reports of October 2015.';

export const PARAGRAPHS: readonly string[] = [
  'SOCHI, October 22, 2015. There are rebels with whom the president of Syria could come to terms. That, at least, was the message that Vladimir Putin brought to a conference on the Black Sea coast on Thursday.',
  'By Putin’s account, Bashar al-Assad would sit down with armed opponents of his government, provided that they want a settlement and take up the fight against Islamic State.',
  'The conversation was 48 hours old. On October 20, Assad turned up in Moscow on a visit that nobody had announced, to talk over the war at home.',
  'In a little under five years, that war has cost about 250,000 lives and made four million people homeless. A political way out of it was on the table in Moscow too, Putin said.',
  'How bombs bring one nearer is disputed. In the Russian reading, the campaign from the air clears the way: once it succeeds, talks on the future of Syria will start from firmer ground.',
  'In Western capitals, with Washington in the lead, the same campaign is read as help for Assad. The strikes, officials complain, fall above all on his opponents, among them groups that the West itself supports, and the extremists profit.',
  'That was also the charge in New York, where the Security Council met on the day of Putin’s speech. Samantha Power, the American ambassador, spoke of dozens of dead civilians, of thousands driven out of their homes, and of schools and markets in ruins. The upshot of it all, in her view: Russia’s intervention has made Islamic State stronger.',
  'For her main figure she turned to a news agency. Reuters, Power told the council, had gone through the targets declared by the Defence Ministry in Moscow and placed almost 80 percent of them in areas that Islamic State did not control. In the countryside around Aleppo, she added, the militants were on the advance.',
  'The front lines, meanwhile, have begun to move. It is three weeks since the first Russian jets attacked, and in that time the Syrian army has opened ground offensives against rebel areas in the west and northwest.',
  'Who in those areas is a rebel and who is a terrorist may decide what comes next. On that question, Moscow and Washington do not even read the same map.',
];

const putin: Partial<Claimant> = { name: 'Vladimir Putin', kind: 'person', role: 'president of Russia', verb: 'said' };

const power: Partial<Claimant> = {
  name: 'Samantha Power',
  kind: 'person',
  role: 'ambassador of the United States to the United Nations',
  verb: 'told the Security Council',
  place: 'New York',
  date: '2015-10-22',
};

const reuters: Partial<Claimant> = { name: 'Reuters', kind: 'organization', verb: 'citing an analysis by' };

const ministry: Partial<Claimant> = { name: 'data of the Russian Defence Ministry', kind: 'dataset', verb: 'of' };

/** A piece of evidence of the sample, by the name of its source. */
interface SampleEvidence extends Pick<EvidenceFields, 'stance' | 'note'> {
  readonly source: keyof typeof SOURCES;
}

/** A claim of the sample, found by its words. */
export interface SampleClaim {
  readonly words: string;
  /** The words of the claim that this is a part of, or that this says again. */
  readonly parent?: string;
  readonly sameAs?: string;
  readonly fields: Partial<Omit<ClaimFields, 'attribution'>> & { readonly said: readonly Partial<Claimant>[] };
  readonly evidence?: readonly SampleEvidence[];
  readonly verdict?: { readonly rating: string; readonly rationale: string };
}

/** The sources of the sample; front pages, since no deeper address was looked up. */
export const SOURCES = {
  reuters: {
    title: 'Reuters: analysis of the targets declared by Russia in Syria',
    url: 'https://www.reuters.com/',
    kind: 'page',
    publisher: 'Reuters',
    date: '2015-10',
    primary: 'primary',
  },
  ministry: {
    title: 'Defence Ministry of Russia: targets of the air strikes, day by day',
    url: 'https://en.mil.ru/',
    kind: 'dataset',
    publisher: 'Ministry of Defence of the Russian Federation',
    date: '2015-10',
    primary: 'primary',
  },
  council: {
    title: 'United Nations Security Council: meetings and records',
    url: 'https://www.un.org/securitycouncil/',
    kind: 'document',
    publisher: 'United Nations',
    date: '2015-10-22',
    primary: 'primary',
  },
  refugees: {
    title: 'UNHCR: figures on people displaced by the war in Syria',
    url: 'https://www.unhcr.org/',
    kind: 'dataset',
    publisher: 'UNHCR',
    date: '2015',
    primary: 'primary',
  },
  kremlin: {
    title: 'The Kremlin: meetings of the president, October 2015',
    url: 'http://en.kremlin.ru/',
    kind: 'page',
    publisher: 'Presidential Administration of Russia',
    date: '2015-10-21',
    primary: 'primary',
  },
} as const satisfies Readonly<Record<string, Partial<SourceFields>>>;

/** Which sources come from which, by their names. */
export const ORIGINS = [{ source: 'reuters', from: 'ministry', manner: 'data' }] as const;

const LOSSES = 'that war has cost about 250,000 lives and made four million people homeless';

export const CLAIMS: readonly SampleClaim[] = [
  {
    words: 'Bashar al-Assad would sit down with armed opponents of his government',
    fields: {
      statement:
        'Bashar al-Assad told Vladimir Putin in October 2015 that he is ready to talk to some armed opposition groups.',
      kind: 'quotation',
      said: [putin, { name: 'Bashar al-Assad', kind: 'person', role: 'president of Syria', verb: 'on the word of' }],
      saidOn: '2015-10-22',
      saidAt: 'Sochi',
    },
  },
  {
    words: 'Assad would talk to some of the rebels he is fighting',
    sameAs: 'Bashar al-Assad would sit down with armed opponents of his government',
    fields: { statement: 'Bashar al-Assad is ready to talk to some rebels.', kind: 'quotation', said: [putin] },
  },
  {
    words: 'On October 20, Assad turned up in Moscow on a visit that nobody had announced',
    fields: {
      statement: 'Bashar al-Assad visited Moscow on October 20, 2015, without the visit having been announced.',
      kind: 'event',
      said: [],
    },
    evidence: [
      {
        source: 'kremlin',
        stance: 'supports',
        note: 'The meeting is in the list for that week. When it was put there is to be looked up.',
      },
    ],
    verdict: {
      rating: 'true',
      rationale: 'The host himself reports the visit, and reports it after it was over.',
    },
  },
  {
    words: LOSSES,
    fields: {
      statement: 'By October 2015, the war in Syria had killed about 250,000 people and made four million homeless.',
      kind: 'statistic',
      said: [],
    },
    evidence: [
      {
        source: 'refugees',
        stance: 'refutes',
        note: 'Four million is the size of the group that had fled abroad. Those who lost their homes inside Syria are counted separately and are more.',
      },
    ],
    verdict: {
      rating: 'mixed',
      rationale:
        'The number of deaths is the estimate that was in use at the United Nations at the time. “Four million homeless” is too low: it counts the refugees abroad and leaves out everyone displaced within the country.',
    },
  },
  {
    words: 'cost about 250,000 lives',
    parent: LOSSES,
    fields: {
      statement: 'By October 2015, the war in Syria had killed about 250,000 people.',
      kind: 'statistic',
      said: [],
    },
    evidence: [
      {
        source: 'council',
        stance: 'supports',
        note: 'The estimate that the council was given that year. Nobody has been able to count since.',
      },
    ],
    verdict: {
      rating: 'mostly-true',
      rationale: 'It is the figure that the United Nations used in those months, and an estimate: “about” has to stay.',
    },
  },
  {
    words: 'made four million people homeless',
    parent: LOSSES,
    fields: {
      statement: 'By October 2015, the war in Syria had made four million people homeless.',
      kind: 'statistic',
      said: [],
      priority: 'high',
      priorityReason: 'a wrong figure as it stands',
    },
    evidence: [
      {
        source: 'refugees',
        stance: 'refutes',
        note: 'Four million had fled abroad. Those who lost their homes within Syria come on top of that.',
      },
    ],
    verdict: {
      rating: 'mostly-false',
      rationale: 'The number is that of the refugees abroad. Homeless were many more.',
    },
  },
  {
    words: 'Russia’s intervention has made Islamic State stronger',
    fields: {
      statement: 'The Russian air strikes of October 2015 strengthened Islamic State in Syria.',
      kind: 'causal',
      said: [power],
      saidOn: '2015-10-22',
      saidAt: 'Security Council, New York',
    },
    evidence: [
      {
        source: 'reuters',
        stance: 'context',
        note: 'Where the strikes fell says something about whom they weakened, nothing yet about who gained by it.',
      },
    ],
    verdict: {
      rating: 'unproven',
      rationale:
        'Islamic State took ground near Aleppo in the same weeks, but one thing after another is no proof of a cause. Three weeks are too short to tell, and the claim comes from a party to the dispute.',
    },
  },
  {
    words:
      'Reuters, Power told the council, had gone through the targets declared by the Defence Ministry in Moscow and placed almost 80 percent of them in areas that Islamic State did not control.',
    fields: {
      statement:
        'Samantha Power cited a Reuters analysis of Russian target data in the Security Council on October 22, 2015.',
      kind: 'quotation',
      said: [power],
      saidOn: '2015-10-22',
      saidAt: 'Security Council, New York',
    },
    evidence: [
      {
        source: 'council',
        stance: 'supports',
        note: 'The record of the meeting has the speech. Pin the passage here.',
      },
      {
        source: 'reuters',
        stance: 'supports',
        note: 'There is such an analysis, with this share in it. Whether the share is right is another question.',
      },
    ],
    verdict: {
      rating: 'true',
      rationale:
        'She said it, in open session, and named Reuters as her source. Whether the figure holds is a claim of its own.',
    },
  },
  {
    words: 'almost 80 percent of them in areas that Islamic State did not control',
    fields: {
      statement:
        'Almost 80 percent of the targets that Russia declared in Syria lay outside the areas held by Islamic State.',
      kind: 'statistic',
      said: [
        { ...power, words: 'almost 80 percent of the declared targets are in areas that Islamic State does not hold' },
        {
          ...reuters,
          words: 'almost 80 percent of the targets that Russia declared were not in areas held by Islamic State',
        },
        ministry,
      ],
      priority: 'high',
      priorityReason: 'reach: repeated in the Security Council',
      tags: ['figures', 'air strikes'],
      saidOn: '2015-10-22',
      saidAt: 'Security Council, New York',
    },
    evidence: [
      {
        source: 'reuters',
        stance: 'supports',
        note: 'The analysis itself: check the share, the period and the map it used.',
      },
      {
        source: 'ministry',
        stance: 'supports',
        note: 'What was declared. The analysis counted in these same lists, so this is no second witness.',
      },
      {
        source: 'council',
        stance: 'context',
        note: 'Power repeats the figure. That makes it known, not better founded.',
      },
    ],
    verdict: {
      rating: 'mostly-true',
      rationale:
        'The share is what the analysis found, and the raw data are Russia’s own. It is a share of declared targets, though, not of all strikes, and it stands or falls with the map of who held what.',
    },
  },
  {
    words: 'the Syrian army has opened ground offensives against rebel areas in the west and northwest',
    fields: {
      statement:
        'Since Russian air strikes began about three weeks before October 22, 2015, the Syrian army has attacked rebel areas in the west and northwest on the ground.',
      kind: 'event',
      said: [],
    },
  },
];
