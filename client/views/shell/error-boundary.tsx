import { Component, type ComponentChildren } from 'preact';
import { t } from '../../strings/index.ts';

/** Shows what is in it, or, when that fails, that it failed and the way on. */
export class ErrorBoundary extends Component<{ readonly children: ComponentChildren }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};

  static override getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Crash error={this.state.error} />;
  }
}

const Crash = ({ error }: { readonly error: unknown }) => (
  <main class="plain" id="content">
    <div role="alert">
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.words')}</p>
    </div>
    <button type="button" class="button primary" onClick={() => location.reload()}>
      {t('crash.reload')}
    </button>
    <details>
      <summary>{t('crash.details')}</summary>
      <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
    </details>
  </main>
);
