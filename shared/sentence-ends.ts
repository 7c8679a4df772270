/** Full stops that no space follows: of Chinese and Japanese. */
const WIDE = /[。！？｡．]/u;

/** What goes on with a Japanese sentence after words it quotes. */
const CARRIES_ON = /^[とっ、，,]/u;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Never the last word of a sentence: a name, or what it stands for, follows. */
const BEFORE_NAMES = words(
  'mr mrs ms mx dr prof gen col lt sgt capt cpl cmdr adm maj sen rep gov pres rev hon fr messrs mme mlle st mt ft ' +
    'e.g i.e vs cf viz ca sra srta dra dipl ing z.b d.h u.a bzw проф акад ген им ул г',
);

/** Not the last word of a sentence when a number follows. */
const BEFORE_NUMBERS = words(
  'no nos nr art arts sec fig figs vol vols p pp par para ch chap abs núm n ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec стр ст п',
);

/** Of the last word of a sentence, or in the middle of one: only what follows can tell. */
const EITHER = words('etc inc ltd co corp bros jr sr dept univ al ave blvd rd u.s.a a.m p.m ph.d');

/** Words that begin sentences and hardly ever a name. */
const BEGINS =
  /^(?:the|a|an|he|she|it|they|we|you|i|his|her|its|their|our|my|this|that|these|those|there|but|and|so|or|yet|if|in|on|at|as|by|for|from|with|when|while|after|before|since|what|who|why|how|where|which|not|no|now|then|today|yesterday|however|meanwhile|more|most|many|some|all|one|two|both|each|every|is|was|are|were|do|does|did|der|die|das|ein|eine|er|sie|es|wir|le|la|les|il|elle|un|une|el|los|las|una|он|она|они|это|в|на|и|но)(?![\p{L}\p{N}.])/iu;

/** German and others write a day as an ordinal: 22. Oktober. */
const AFTER_ORDINAL =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jh|januar|februar|mars|maj|juni|juli|oktober|december|desember)/u;

/** After words that were asked or called out, who did so belongs to the sentence. */
const SPOKEN =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:said|says|asked|asks|told|wrote|writes|added|adds|replied|shouted|cried|tweeted|demanded|wondered)(?!\p{L})/u;

const lastToken = (before: string): string => /[\p{L}\p{M}\p{N}.]+$/u.exec(before)?.[0] ?? '';

const afterFullStop = (token: string, next: string): boolean => {
  const word = token.toLowerCase();
  if (BEFORE_NAMES.has(word)) return false;
  if (BEFORE_NUMBERS.has(word) && /^\p{N}/u.test(next)) return false;
  if (/^\p{N}{1,2}$/u.test(token) && AFTER_ORDINAL.test(next)) return false;
  if (/^\p{Ll}$/u.test(token) && /^\p{L}\./u.test(next)) return false;
  const initials = /^(?:\p{L}\.)*\p{L}$/u.test(token) && (token.includes('.') || /^\p{Lu}/u.test(token));
  if (initials || EITHER.has(word)) return BEGINS.test(next);
  return true;
};

/**
 * Whether a mark at `from` to `to` (with what closes after it) ends the sentence that began at `start`. The rules are our own and
 * not those of the machine's language library, so that all machines see the same sentences.
 */
export const endsSentence = (text: string, start: number, from: number, to: number): boolean => {
  const mark = text.slice(from, to);
  const rest = text.slice(to, to + 120);
  if (rest === '') return true;
  if (WIDE.test(mark)) return mark.length === 1 || WIDE.test(mark.slice(-1)) || !CARRIES_ON.test(rest);
  if (!/^\s/.test(rest)) return false;
  const next = rest.replace(/^[\s\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡*•]+/u, '');
  if (/^\p{Ll}/u.test(next)) return false;
  if (/[!?؟…]/.test(mark) && mark.length > 1 && SPOKEN.test(next)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  return afterFullStop(lastToken(text.slice(Math.max(start, from - 24), from)), next);
};
