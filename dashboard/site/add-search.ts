import { type CatalogFilter, parameters, readFilter, writeFilter } from '../pages/catalog/catalog-filter.ts';
import { createCatalogSearch } from '../pages/catalog/catalog-search.ts';
import type { SiteSearch } from './site.ts';

/** Milliseconds without a key after which the address says what is searched for. */
const LATER = 250;

/** Has the fields of the page of all tools narrow what is below them, as its address says at first. */
export function addSearch(page: Document, { tools, words }: SiteSearch): void {
  const [fields, count, found, all, resources] = ['filters', 'count', 'found', 'all', 'resources'].map((id) =>
    page.getElementById(id),
  );
  const list = found?.querySelector('ul');
  if (!fields || !count || !found || !all || !resources || !list) return;
  const rows = new Map(
    [...all.querySelectorAll<HTMLElement>('[data-tool]')].map((row) => [row.dataset.tool ?? '', row] as const),
  );
  const sections = [...all.querySelectorAll<HTMLElement>('[data-resource]')];
  const search = createCatalogSearch(tools, words);
  const fieldOf = (name: keyof CatalogFilter): HTMLInputElement | HTMLSelectElement | null =>
    fields.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${parameters[name]}"]`);

  const show = (filter: CatalogFilter): void => {
    const names = search(filter).map(({ name }) => name);
    const kept = new Set(names);
    const isSearch = filter.text.trim() !== '';
    count.textContent = `${names.length.toLocaleString('en')} of ${tools.length.toLocaleString('en')} tools`;
    count.hidden = names.length === tools.length;
    found.hidden = !isSearch || names.length === 0;
    all.hidden = isSearch;
    resources.hidden = names.length < tools.length || isSearch;
    list.replaceChildren(...(isSearch ? names.flatMap((name) => rows.get(name)?.cloneNode(true) ?? []) : []));
    for (const [name, row] of rows) row.hidden = !kept.has(name);
    for (const section of sections) section.hidden = section.querySelector('[data-tool]:not([hidden])') === null;
  };

  const filterOf = (): CatalogFilter => ({
    text: fieldOf('text')?.value ?? '',
    tag: fieldOf('tag')?.value ?? '',
    kind: fieldOf('kind')?.value ?? '',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    const filter = filterOf();
    show(filter);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = writeFilter(filter);
      history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}`);
    }, LATER);
  };

  const first = readFilter(new URLSearchParams(location.search));
  for (const name of ['text', 'tag', 'kind'] as const) {
    const field = fieldOf(name);
    if (field) field.value = first[name];
  }
  fields.hidden = false;
  fields.addEventListener('input', changed);
  if (writeFilter(first) !== '') show(filterOf());
}
