import {
  type Check,
  type Fields,
  fieldsOf,
  iri,
  isIri,
  isObject,
  type Json,
  listOf,
  moment,
  needs,
  some,
  string,
  type Tell,
  typesOf,
  wholeNumber,
  within,
} from './checks.ts';

/** A kind of selector or state: the section that has it, the keys that it must have, and how its keys are checked. */
interface KindOf {
  readonly section: string;
  readonly needs: readonly string[];
  readonly fields: Fields;
  readonly more?: (value: Json, where: string, tell: Tell) => void;
}

const text = (section: string): Pick<KindOf, 'section' | 'needs' | 'fields'> => ({
  section,
  needs: ['value'],
  fields: { value: string(section) },
});

const positions = (section: string): KindOf => ({
  section,
  needs: ['start', 'end'],
  fields: { start: wholeNumber(section), end: wholeNumber(section) },
});

const exactlyOne =
  (keys: readonly string[], section: string) =>
  (value: Json, where: string, tell: Tell): void => {
    const there = keys.filter((key) => value[key] !== undefined).length;
    if (there !== 1) tell(where, `exactly one of ${keys.join(', ')} is expected`, section);
  };

const selector: Check = (value, where, tell) => checkSelector(value, where, tell);

/** The selectors of the model (§4.2). */
const SELECTORS: Readonly<Record<string, KindOf>> = {
  FragmentSelector: {
    ...text('4.2.1'),
    fields: { ...text('4.2.1').fields, conformsTo: iri('4.2.1') },
  },
  CssSelector: text('4.2.2'),
  XPathSelector: text('4.2.3'),
  TextQuoteSelector: {
    section: '4.2.4',
    needs: ['exact'],
    fields: { exact: string('4.2.4'), prefix: string('4.2.4'), suffix: string('4.2.4') },
  },
  TextPositionSelector: positions('4.2.5'),
  DataPositionSelector: positions('4.2.6'),
  SvgSelector: {
    section: '4.2.7',
    needs: [],
    fields: { value: string('4.2.7') },
    more: exactlyOne(['value', 'id'], '4.2.7'),
  },
  RangeSelector: {
    section: '4.2.8',
    needs: ['startSelector', 'endSelector'],
    fields: { startSelector: selector, endSelector: selector },
  },
};

const timeOfState = (value: Json, where: string, tell: Tell): void => {
  const { sourceDate, sourceDateStart, sourceDateEnd } = value;
  if (sourceDate !== undefined && (sourceDateStart !== undefined || sourceDateEnd !== undefined))
    tell(where, 'has "sourceDate" beside a start or an end', '4.3.1');
  else if ((sourceDateStart === undefined) !== (sourceDateEnd === undefined))
    tell(where, 'has "sourceDateStart" or "sourceDateEnd" without the other', '4.3.1');
  else if (sourceDate === undefined && sourceDateStart === undefined && value.cached === undefined)
    tell(where, 'has neither "sourceDate" nor "cached"', '4.3.1');
};

/** The states of the model (§4.3). */
const STATES: Readonly<Record<string, KindOf>> = {
  TimeState: {
    section: '4.3.1',
    needs: [],
    fields: {
      sourceDate: some(moment('4.3.1'), '4.3.1'),
      sourceDateStart: moment('4.3.1'),
      sourceDateEnd: moment('4.3.1'),
      cached: some(iri('4.3.1'), '4.3.1'),
    },
    more: timeOfState,
  },
  HttpRequestState: text('4.3.2'),
};

const checkOf =
  (kinds: Readonly<Record<string, KindOf>>, called: string, section: string): Check =>
  (value, where, tell) => {
    if (isIri(value)) return;
    if (!isObject(value)) {
      tell(where, `${called} or its IRI is expected`, section);
      return;
    }
    const types = typesOf(value);
    if (types.length === 0 && !listOf(value.id).some(isIri)) tell(where, `says neither its type nor its id`, section);
    for (const type of types) {
      const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
      if (!kind) continue;
      for (const key of kind.needs) needs(value, key, where, tell, kind.section);
      fieldsOf(kind.fields)(value, where, tell);
      kind.more?.(value, where, tell);
    }
    for (const [index, each] of listOf(value.refinedBy).entries()) {
      // A state can be refined by a selector too (§4.3.3).
      const known = isObject(each) && typesOf(each).some((type) => Object.hasOwn(STATES, type));
      (known ? checkState : checkSelector)(
        each,
        within(where, index === 0 ? 'refinedBy' : `refinedBy[${index}]`),
        tell,
      );
    }
  };

/** One selector: by its IRI, or as the model describes those it knows; one of another type is an extension. */
export const checkSelector: Check = checkOf(SELECTORS, 'a selector', '4.2');

/** One state. */
export const checkState: Check = checkOf(STATES, 'a state', '4.3');
