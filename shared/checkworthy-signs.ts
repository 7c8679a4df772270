/** A pattern of whole words, whichever case they are in. */
const words = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const DID =
  '(?:voted|signed|passed|vetoed|supported|opposed|cut|raised|made|did|was|were|went|took|led|gave|put|ran|said|brought|\\p{L}{3,}ed)';
const BETWEEN = "(?:'ve|'s| have| has| had)?\\s(?:also\\s|never\\s|just\\s|actually\\s)?";

/** A capital within a sentence, after a word or a comma. */
const NAME = String.raw`(?<=[\p{L}\p{N},;:'"]\s["“]?)(?!I\b|Mr|Mrs|Ms|Dr|OK|Oh|God)\p{Lu}[\p{L}'.-]+`;

/**
 * What a reader can see in a sentence that speaks for or against checking it, each as the pattern that finds its words. Which way
 * each weighs and how much is learnt (`checkworthy-weights.ts`). They are made for English; figures are seen in any language.
 */
export const SIGNS = {
  percent: /[\p{N}.,]*\s?(?:[%٪％]|per\s?cent(?:age)?\b)/iu,
  number: /(?<!\p{L})\p{N}[\p{N}.,:/]*/u,
  numbers: /(?<!\p{L})\p{N}.*[^\p{N}.,:/]\p{N}/u,
  magnitude: words('(?:[\\d.,]+ |\\p{L}+ )?(?:million|billion|trillion)s?'),
  numberWord: words(
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety',
    'hundreds?|thousands?|dozens?|half|halves|(?:one|two|three)[- ](?:third|quarter|fifth)s?|twice|doubled?|tripled?',
  ),
  money: /[$€£¥₹]\s?\d[\d.,]*|\b(?:dollars|euros?|pounds)\b/iu,
  date: /\b(?:1[5-9]|20)\d\d\b|'\d\ds?\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b/u,
  period: words(
    '(?:years?|months?|weeks?|days?|decades?) ago|(?:in|over|for|during) the (?:last|past)|since|decades?|years?|months?|yesterday',
    'last (?:year|month|week|summer|fall|winter|spring|time|night|decade)|(?:every|a|per) (?:day|year|month|week)',
  ),
  name: new RegExp(`${NAME}(?:\\s\\p{Lu}[\\p{L}'.-]+)*`, 'u'),
  names: new RegExp(`${NAME}.*?[^\\p{Lu}\\s]\\s(?!I\\b)\\p{Lu}[\\p{L}'.-]+`, 'u'),
  office:
    /\b(?:President|Senator|Governor|Secretary|Congressman|Congresswoman|Minister|Justice|General|Mayor|Sen\.|Gov\.|Gen\.)\s\p{Lu}\p{L}+/u,
  initials: /\b(?:[A-Z]{2,}|(?:[A-Z]\.){2,})(?![a-z])/u,
  compares: words('more|less|fewer|higher|lower|larger|greater|bigger|smaller|better|worse|faster|longer|than'),
  superlative: words(
    'most|least|highest|lowest|largest|greatest|biggest|smallest|worst|fastest|longest|first|only|ever|history',
    'number one|unprecedented',
  ),
  change: words(
    'increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|r[oi]se[ns]?|rising|grew|gr[eo]w(?:n|s|ing|th)?|fell|fallen|dropp?(?:ed)?|declin(?:e|ed|ing)',
    'cuts?|cutting|reduc(?:e|ed|es|ing|tion)|lost|los(?:e|ing)|gained|creat(?:ed|ing)|added|rais(?:e|ed|ing)|(?:went|gone|go(?:es|ing)?) (?:up|down)',
    'spent|spend(?:s|ing)?|paid|pays?|costs?|produc(?:e|ed|es|ing)',
  ),
  record: words(
    'vot(?:ed|es?|ing)|vetoed|passed|signed|supported|opposed|endorsed|proposed|introduced|appointed|promised|pledged|invaded|negotiated',
    'elected|ran|sponsored|repealed|banned|refused|approved|called for|record',
  ),
  says: words(
    'said|says?|told|accused|claim(?:s|ed)?|according to|report(?:s|ed)?|announced|testified|wrote|stated|admitted|quoted?',
    'stud(?:y|ies)|polls?|show(?:s|ed)?|found',
  ),
  cause: words('because|caused?|led to|result(?:ed|s)?|due to|thanks to|responsible for|why'),
  everyone: words('every|all|none|nobody|everybody|everyone|never|always|no one|nothing|any|each|entire|whole|both'),
  roughly: words(
    'many|some|several|almost|nearly|about|around|over|at least|approximately|roughly|average|majority|most of',
  ),
  negation: words("not|no|never|\\p{L}+n't|neither|nor|cannot"),
  past: words(
    'was|were|had|did|came|took|made|got|went|gave|became|left|put|began|brought|sent|held|stood|won|built|met|sold|bought|kept|saw|knew',
    '(?!need|indeed|speed|feed|bleed|seed|proceed|exceed)\\p{L}{2,}ed',
  ),
  perfect: /\b(?:has|have|'ve|had)\s(?:\p{L}+ly\s|been\s|not\s|never\s)?\p{L}+(?:ed|en|wn|ne)\b/iu,
  ownDeed: new RegExp(`\\b(?:I|we)${BETWEEN}${DID}\\b`, 'iu'),
  deed: new RegExp(`\\b(?:he|she|they|you|it|who|which|that)${BETWEEN}${DID}\\b`, 'iu'),
  does: /\b(?:he|she|it|this|that|which|who)\s(?:\p{L}+ly\s)?(?!is|was|has|does|this|his|as|us)\p{L}{2,}s\b/iu,
  somebody: words('he|she|his|hers?|him|they|theirs?|them'),
  economy: words(
    'tax(?:es|ed|payers?)?|budget|deficits?|debt|jobs?|unemploy(?:ment|ed)|inflation|wages?|incomes?|econom(?:y|ic)|trade|exports?|imports?',
    'poverty|insurance|premiums?|medicare|medicaid|social security|health care|spending|surplus|interest rates?|rates?|prices?',
    'manufacturing|business(?:es)?|compan(?:y|ies)|banks?|farm(?:s|ers?)',
  ),
  security: words(
    'wars?|troops|soldiers|military|weapons?|missiles?|nuclear|terroris(?:ts?|m)|army|navy|forces|attacks?|killed|deaths?|died|crimes?',
    'murders?|guns?|police|prisons?|drugs?|immigra(?:nts?|tion)|borders?|refugees|treat(?:y|ies)|sanctions|embassy|defense',
  ),
  state: words(
    'laws?|bills?|acts?|amendment|congress|senate|courts?|government|administration|republicans?|democrats?|states?|federal',
    'constitution|legislation|programs?|committee|agency|department|policy|plan',
  ),
  people: words(
    'people|americans?|children|kids|families|women|men|workers|students|seniors|veterans|teachers|schools?|patients|countr(?:y|ies)|nations?|cities',
  ),
  quotes: /["“”«»]/u,
  firstPerson: words("I|I'(?:m|d|ll|ve)|me|my|mine|myself"),
  we: words("we|we'(?:re|ll|ve|d)|us|ours?"),
  you: words("you|you'(?:re|ll|ve|d)|yours?|yourself"),
  question: /\?["”')]*\s*$/u,
  exclaims: /!["”')]*\s*$/u,
  future: words("will|going to|\\p{L}+'ll|shall|gonna"),
  ought: words('should|must|ought|needs?|ha(?:ve|s) (?:got )?to|got to'),
  conditional: words("if|would|could|might|may|can|\\p{L}+'d"),
  opinion: words(
    'think|believes?|feel|hope|wish|guess|suppose|wants?|like to|love|hate|trust|(?:dis)?agree|important|right|wrong|good|great|best|bad',
    'terrible|fair',
  ),
  talk: words(
    "thanks?(?: you)?|good evening|welcome|let (?:me|us)|let's|please|sorry|excuse me|well|okay|yes|no,|look|questions?|answers?|respond|point",
    'talk(?:ing)?|say this|tell you|debate|minutes?|seconds?|ladies and gentlemen|my friends?',
  ),
} as const satisfies Readonly<Record<string, RegExp>>;

/** The name of a sign. */
export type Sign = keyof typeof SIGNS;
