import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/buttons.css';
import './styles/fields.css';
import './styles/pills.css';
import './styles/dialog.css';
import './styles/toasts.css';
import './styles/top-bar.css';
import './styles/news.css';
import './styles/skeleton.css';
import { options, render } from 'preact';
import { resumeDraft } from './article-draft.ts';
import { afterKey } from './key-first.ts';
import { applyLanguage } from './language.ts';
import { followLocation } from './router.ts';
import { applyTheme } from './theme.ts';
import { App } from './views/shell/app.tsx';

options.debounceRendering = (render) => afterKey(render, queueMicrotask);
applyTheme();
followLocation();
resumeDraft();
// Not awaited at the top: what is fetched later could then not share code with this file, and would bring it along a second time.
void applyLanguage().then(() => render(<App />, document.getElementById('app') as HTMLElement));
