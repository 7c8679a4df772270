import { CLAIM_KINDS } from './claim.ts';
import type { Field, Fields, ValuesOf } from './fields.ts';
import { parseSome, withEmpty } from './fields.ts';
import { HEDGE_RULE, type HedgeRule, parseHedgeRule } from './hedge-rule.ts';
import {
  choice,
  filledText,
  flag,
  Invalid,
  identifier,
  integer,
  list,
  optional,
  own,
  type Parse,
  record,
} from './parsing.ts';
import { parseScale, type Scale, scaleName } from './scale.ts';
import { TRUTH_SCALE } from './scales.ts';

/** How the verdicts of a claim come to its outcome, each with what that means. */
export const RULES = {
  agree: 'All agree',
  majority: 'Majority',
  mean: 'Mean of the scale',
  lead: 'The lead decides',
} as const;

/** A key of `RULES`. */
export type Rule = keyof typeof RULES;

/** How many people check a claim after the one who worked on it, before a lead signs. */
export const CHECKS = { 0: 'None', 1: 'One', 2: 'Two' } as const;

/** What reviewers see of each other's work until the lead reveals it; a lead sees all of it (T11). */
export const BLIND = {
  no: 'Everything',
  verdicts: 'All but verdicts, rationales and the state of the work',
  all: 'The text alone',
} as const;

/** How often the addresses of sources, and that of the article itself, are looked at again while an article is worked on. */
export const LOOKS = { daily: 'Once a day', weekly: 'Once a week', no: 'Only when somebody asks' } as const;

/** A type of claim that a desk has besides those that everyone has. */
export interface OwnType {
  readonly id: string;
  readonly label: string;
  /** Whether a claim of this type can be true or false. */
  readonly checkable: boolean;
  /** Kept for the claims that have it, and not offered any more. */
  readonly retired?: true;
}

const parseType: Parse<OwnType> = (value, where) => {
  const fields = record(value, where);
  const id = identifier(own(fields, 'id'), `${where}.id`);
  if (Object.hasOwn(CLAIM_KINDS, id)) throw new Invalid(`${where}.id`, `"${id}" is a type that every desk has`);
  const retired = optional(flag)(own(fields, 'retired'), `${where}.retired`);
  return {
    id,
    label: filledText(40)(own(fields, 'label'), `${where}.label`),
    checkable: flag(own(fields, 'checkable'), `${where}.checkable`),
    ...(retired && { retired }),
  };
};

const parseTypes: Parse<readonly OwnType[]> = (value, where) => {
  const types = list(parseType, 60)(value, where);
  const twice = types.find(({ id }, index) => types.findIndex((each) => each.id === id) !== index);
  if (twice) throw new Invalid(where, `two types have the id "${twice.id}"`);
  return types;
};

const yesOrNo = (label: string, empty: boolean, hint: string): Field<boolean> & { readonly hint: string } => ({
  label,
  input: 'switch',
  parse: flag,
  empty,
  show: (value) => (value ? 'Yes' : 'No'),
  hint,
});

/**
 * What a desk decides for an article: a row here is all that a new setting takes. The value of `empty` holds where nothing was
 * decided, in every log from before the setting was there: it never changes.
 */
export const SETTINGS = {
  scale: { label: 'Scale', input: 'scale', parse: parseScale, empty: TRUTH_SCALE, show: ({ name }) => name },
  rule: {
    label: 'Outcome of a claim',
    input: 'choice',
    parse: choice(RULES),
    empty: 'agree',
    show: (rule) => RULES[rule],
    choices: RULES,
  },
  checks: {
    label: 'Checks before signing',
    input: 'choice',
    parse: integer(0, 2) as Parse<keyof typeof CHECKS>,
    empty: 1,
    show: (checks) => CHECKS[checks],
    choices: CHECKS,
  },
  blind: {
    label: 'Reviewers see of each other',
    input: 'choice',
    parse: choice(BLIND),
    empty: 'no',
    show: (blind) => BLIND[blind],
    choices: BLIND,
  },
  types: {
    label: 'Own types of claims',
    input: 'types',
    parse: parseTypes,
    empty: [],
    show: (types) => types.map(({ label }) => label).join(', '),
  },
  looks: {
    label: 'Sources are looked at again',
    input: 'choice',
    parse: choice(LOOKS),
    empty: 'daily',
    show: (looks) => LOOKS[looks],
    choices: LOOKS,
  },
  ownLooks: {
    label: 'The article’s own address is looked at again',
    input: 'choice',
    parse: choice(LOOKS),
    empty: 'daily',
    show: (looks) => LOOKS[looks],
    choices: LOOKS,
  },
  suggestions: yesOrNo(
    'Suggestions',
    true,
    'Sentences that look worth checking are pointed out. Nothing leaves this server.',
  ),
  copies: yesOrNo('Publish copies', false, 'Readers of a published report see its copies.'),
  hedges: {
    label: 'What “almost” may mean',
    input: 'hedges',
    parse: parseHedgeRule,
    empty: HEDGE_RULE,
    show: ({ below, near, above }) => `${below}, ${near}, ${above} %`,
  },
} as const satisfies {
  scale: Field<Scale>;
  rule: Field<Rule>;
  checks: Field<keyof typeof CHECKS>;
  blind: Field<keyof typeof BLIND>;
  types: Field<readonly OwnType[]>;
  looks: Field<keyof typeof LOOKS>;
  ownLooks: Field<keyof typeof LOOKS>;
  hedges: Field<HedgeRule>;
} & Fields;

/** The values of all settings. */
export type Settings = ValuesOf<typeof SETTINGS>;

/** What holds settings: an article, of which some may never have been decided. */
export interface Configured {
  readonly settings?: Partial<Settings>;
  readonly scales: ReadonlyMap<string, Scale>;
}

/** Reads some settings. */
export const parseSettings: Parse<Partial<Settings>> = parseSome(SETTINGS);

/** All settings, those that were decided and what holds for the others. */
export const allSettings = (settings: Partial<Settings> = {}): Settings => withEmpty(SETTINGS, settings);

/** What was decided for an article. */
export const settingsOf = ({ settings }: Configured): Settings => allSettings(settings);

/** The scale of a name, in the very version: that verdicts are given on now or were given on before. */
export const scaleNamed = ({ scales }: Pick<Configured, 'scales'>, name: string): Scale | undefined =>
  scales.get(name) ?? (name === scaleName(TRUTH_SCALE) ? TRUTH_SCALE : undefined);
