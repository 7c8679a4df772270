import '../../styles/entrance.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../strings/index.ts';
import type { Form } from './use-form.ts';

interface Parts {
  readonly title: string;
  readonly words?: string;
  readonly children: ComponentChildren;
}

/** A page before one is in: the brand, a title, a form. */
export const Entrance = ({ title, words, children }: Parts) => (
  <main class="entrance" id="content" tabIndex={-1}>
    <p class="brand">{t('app.name')}</p>
    <div class="entrance-card">
      <h1>{title}</h1>
      {words && <p class="words">{words}</p>}
      {children}
    </div>
  </main>
);

/** What is typed in a line, as the browser is told. */
const KINDS = {
  words: { type: 'text' },
  email: { type: 'email' },
  secret: { type: 'password' },
} as const;

interface LineParts {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  readonly kind?: keyof typeof KINDS;
  readonly autocomplete?: AutoFill;
  readonly autofocus?: boolean;
  /** What stands in it at first. */
  readonly value?: string | undefined;
  /** What stands in it can be read and not changed. */
  readonly fast?: boolean;
}

/** One line to fill in, with its label, hint and error. */
export const Line = ({
  label,
  name,
  hint,
  error,
  kind = 'words',
  autocomplete = 'off',
  autofocus = false,
  value,
  fast = false,
}: LineParts) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        dir="auto"
        {...KINDS[kind]}
        name={name}
        autocomplete={autocomplete}
        defaultValue={value}
        readOnly={fast}
        ref={(input) => {
          if (autofocus && input && document.activeElement === document.body) input.focus();
        }}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        spellcheck={false}
      />
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

/** The line in which somebody says their name to come in; the first of its form. */
export const NameLine = ({ form, value }: { readonly form: Form } & Pick<LineParts, 'value'>) => (
  <Line
    label={t('entrance.name')}
    name="name"
    hint={t('entrance.nameHint')}
    autocomplete="name"
    value={value}
    error={form.errorOf('name')}
    autofocus
  />
);
