import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/shell.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { chosenTheme, showTheme } from './parts/theme.ts';

showTheme(chosenTheme());
// The gateway answers the app at its own root too.
if (location.pathname === '/') history.replaceState(null, '', `/dashboard/${location.hash}`);
const root = document.getElementById('app');
if (root !== null) render(<App />, root);
