import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter-preact';
import { useLater } from '../../parts/use-later.ts';
import { type CatalogFilter, readFilter, writeFilter } from './catalog-filter.ts';

/** The filter of the page, kept in its address: a little later, as browsers limit how often that may change. */
export function useFilter(): [CatalogFilter, (change: Partial<CatalogFilter>) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const [filter, setFilter] = useState(() => readFilter(new URLSearchParams(search)));
  const wanted = useLater(writeFilter(filter));
  const written = useRef(wanted);

  useEffect(() => {
    if (wanted === written.current) return;
    written.current = wanted;
    navigate(wanted === '' ? path : `${path}?${wanted}`, { replace: true });
  }, [wanted, path, navigate]);

  useEffect(() => {
    // Somebody went back, or followed a link to the same page.
    const now = writeFilter(readFilter(new URLSearchParams(search)));
    if (now === written.current) return;
    written.current = now;
    setFilter(readFilter(new URLSearchParams(search)));
  }, [search]);

  const change = useCallback((part: Partial<CatalogFilter>) => setFilter((before) => ({ ...before, ...part })), []);
  return [filter, change];
}
