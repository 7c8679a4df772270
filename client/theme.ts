import { signal } from '@preact/signals';

/** How light the screen is: as the system says, or as the reader says. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'touchstone.theme';

const isTheme = (value: string | null): value is Theme => THEMES.includes(value as Theme);

const kept = (): Theme => {
  try {
    const value = localStorage.getItem(KEPT);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system'; // storage may be forbidden
  }
};

export const theme = signal<Theme>('system');

/** Shows the page in the theme that was chosen last on this machine. */
export const applyTheme = (): void => setTheme(kept());

/** Shows the page in a theme and keeps the choice. */
export const setTheme = (chosen: Theme): void => {
  theme.value = chosen;
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // it holds until the page is left
  }
};
