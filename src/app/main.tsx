import '#src/ui/ui.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { fetchScript, firstLocale } from './locale.ts';
import { appWords } from './words.ts';

const locale = firstLocale();
const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');

const show = (): void =>
  createRoot(root).render(
    <StrictMode>
      <App locale={locale} />
    </StrictMode>,
  );
// Words and their script first, so that the first paint is the first screen. Without them the boundary offers a
// reload.
Promise.all([appWords.load(locale), fetchScript(locale)]).then(show, show);
