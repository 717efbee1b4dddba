import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useAddress } from '../../parts/use-address.ts';
import { useLater } from '../../parts/use-later.ts';
import { type CatalogFilter, inAddress, readFilter, writeFilter } from './catalog-filter.ts';

/** The filter of the page, kept in its address: a little later, as browsers limit how often that may change. */
export function useFilter(): [CatalogFilter, (change: Partial<CatalogFilter>) => void] {
  const { params, change } = useAddress();
  const shown = writeFilter(readFilter(params));
  const [filter, setFilter] = useState(() => readFilter(params));
  const wanted = useLater(filter);
  const written = useRef(shown);

  useEffect(() => {
    const query = writeFilter(wanted);
    if (query === written.current) return;
    written.current = query;
    change(inAddress(wanted), { replace: true });
  }, [wanted]);

  useEffect(() => {
    if (shown === written.current) return;
    // Somebody went back, or followed a link to the same page.
    written.current = shown;
    setFilter(readFilter(new URLSearchParams(shown)));
  }, [shown]);

  const narrow = useCallback((part: Partial<CatalogFilter>) => setFilter((before) => ({ ...before, ...part })), []);
  return [filter, narrow];
}
