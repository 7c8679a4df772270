import { computed, signal } from '@preact/signals';
import type { Suggestion, Suggestions } from './suggestions.ts';

const SHOWN = 'touchstone.suggestions';
const MOST_DISMISSED = 500;

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden
  }
};

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // it holds until the page is left
  }
};

const readDismissed = (key: string): readonly string[] => {
  try {
    const value: unknown = JSON.parse(read(key) ?? '[]');
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
};

/** Suggestions, with what says why each is one. */
interface Found extends Suggestions {
  readonly whyOf: (suggestion: Suggestion) => string;
}

/** What is suggested on one page of an article, and what its reader did without; remembered on this machine. */
export class Suggesting {
  /** Whether this reader wants suggestions; the article's settings can still switch them off. */
  readonly wanted = signal(read(SHOWN) !== 'off');
  readonly found = signal<Found | undefined>(undefined);
  readonly dismissed = signal<ReadonlySet<string>>(new Set());
  readonly list = computed(() => this.found.value?.list ?? []);
  readonly #key: string;

  constructor(article: string) {
    this.#key = `${SHOWN}.${article}`;
    this.dismissed.value = new Set(readDismissed(this.#key));
  }

  want(wanted: boolean): void {
    this.wanted.value = wanted;
    write(SHOWN, wanted ? 'on' : 'off');
  }

  dismiss(sentence: string): void {
    const dismissed = [...this.dismissed.value, sentence].slice(-MOST_DISMISSED);
    this.dismissed.value = new Set(dismissed);
    write(this.#key, JSON.stringify(dismissed));
  }
}
