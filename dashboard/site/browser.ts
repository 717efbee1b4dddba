import '../style/tokens.css';
import '../style/base.css';
import '../style/parts.css';
import '../pages/catalog/catalog.css';
import './site.css';
import { addCopying } from './add-copying.ts';
import { addSearch } from './add-search.ts';

declare global {
  var catalogSearch: import('./site.ts').SiteSearch | undefined;
}

// What needs a script is hidden until there is one.
addCopying(document);
if (globalThis.catalogSearch !== undefined) addSearch(document, globalThis.catalogSearch);
