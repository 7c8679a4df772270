const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const NAMES: Readonly<Record<string, string>> = {
  Mod: apple ? '⌘' : 'Ctrl',
  Alt: apple ? '⌥' : 'Alt',
  Shift: '⇧',
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What of a key event a chord is told by. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: (name: string) => boolean;
};

/** The chord that stands for a single key while single keys are off; it works always. */
export const withModifiers = (key: string): string => `Mod-Alt-${key}`;

/** The keys of a chord as they are printed on a keyboard: `Mod-Alt-c` is Ctrl, Alt, C. */
export const keysOf = (chord: string): readonly string[] => {
  const keys = chord === '-' ? ['-'] : chord.split('-');
  return keys.map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
};

/** The chord in the words of `aria-keyshortcuts`. */
export const ariaKeys = (chord: string): string =>
  chord
    .replace('Mod', apple ? 'Meta' : 'Control')
    .replaceAll('-', '+')
    .replace(/\b[a-z]$/, (letter) => letter.toUpperCase());

const CODES: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Period: '.',
  Comma: ',',
  Slash: '/',
};

/** The sign that a key has on an English keyboard. */
const byCode = (code: string): string =>
  /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : /^Digit\d$/.test(code) ? code.slice(5) : (CODES[code] ?? '');

/**
 * What a pressed key may be called, the likeliest first: the sign that it writes; the sign at its place on an English keyboard, which
 * is the one that who writes Russian, Hebrew or Arabic has for it too.
 */
export const namesOf = ({ key, code, altKey, shiftKey }: Pressed): readonly string[] => {
  const english = byCode(code);
  const shifted = shiftKey ? ({ '[': '{', ']': '}' }[english] ?? english) : english;
  const written = key.length === 1 ? key.toLowerCase() : key;
  return [...new Set(altKey ? [shifted, written] : [written, shifted])].filter((name) => name !== '');
};

/** Whether a key is pressed alone, or with Shift only. */
export const isAlone = ({ ctrlKey, metaKey, altKey }: Pressed): boolean => !ctrlKey && !metaKey && !altKey;

/** Whether the keys pressed are a chord's; AltGr, which writes characters, is no Ctrl with Alt. */
export const isChord = (chord: string, pressed: Pressed): boolean => {
  const parts = chord.split('-');
  const key = parts.at(-1) ?? '';
  const [mod, other] = apple ? [pressed.metaKey, pressed.ctrlKey] : [pressed.ctrlKey, pressed.metaKey];
  return (
    mod === parts.includes('Mod') &&
    !other &&
    pressed.altKey === parts.includes('Alt') &&
    (key.length === 1 && !/[a-z]/.test(key) ? true : pressed.shiftKey === parts.includes('Shift')) &&
    !pressed.getModifierState?.('AltGraph') &&
    namesOf(pressed).includes(key)
  );
};
