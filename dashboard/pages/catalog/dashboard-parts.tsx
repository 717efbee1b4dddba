import type { ComponentProps } from 'preact';
import { Link } from 'wouter-preact';
import { CodeBox } from '../../parts/copy.tsx';
import { toolHref } from '../../parts/tool-href.ts';
import { writeFilter } from './catalog-filter.ts';
import type { CatalogParts } from './catalog-parts.ts';
import { setupOf } from './snippets.ts';

/** What pages of the catalog of an API are made of within the dashboard. */
export function dashboardParts(api: string | undefined): CatalogParts {
  const known = made.get(api) ?? make(api);
  made.set(api, known);
  return known;
}

/** Components that stay the same, so that what is drawn with them stays as well. */
const made = new Map<string | undefined, CatalogParts>();

function make(api: string | undefined): CatalogParts {
  function ToolLink({ name, children, ...rest }: ComponentProps<CatalogParts['ToolLink']>) {
    return (
      <Link href={toolHref({ name, api })} {...rest}>
        {children}
      </Link>
    );
  }
  function TagLink({ tag, children }: ComponentProps<CatalogParts['TagLink']>) {
    const query = new URLSearchParams({
      ...(api !== undefined && { api }),
      ...Object.fromEntries(new URLSearchParams(writeFilter({ tag }))),
    });
    return <Link href={`/catalog?${query}`}>{children}</Link>;
  }
  return { ToolLink, TagLink, Code: CodeBox, setup: setupOf(api) };
}
