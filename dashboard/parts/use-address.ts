import { useLocation, useSearch } from 'wouter-preact';
import { type Changes, hrefWith } from './href-with.ts';

/** The query string of the page's address, in which a page keeps what its reader chose: back, reload and links work. */
export interface Address {
  readonly params: URLSearchParams;
  /** Shows the page with something changed; `replace` where it is no step that back should lead to. */
  readonly change: (changes: Changes, options?: { replace?: boolean }) => void;
  /** Where a link leads to that changes something. */
  readonly href: (changes: Changes) => string;
}

/** The query string as it is now. */
export function useAddress(): Address {
  const [path, navigate] = useLocation();
  // For the change of it alone: it is decoded once too often there.
  useSearch();
  const params = new URLSearchParams(location.search);
  return {
    params,
    change: (changes, options) => navigate(hrefWith(path, new URLSearchParams(location.search), changes), options),
    href: (changes) => hrefWith(path, params, changes),
  };
}
