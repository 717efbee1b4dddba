import type { ComponentProps } from 'preact';
import { Link } from 'wouter-preact';
import { CodeBox } from '../../parts/copy.tsx';
import { writeFilter } from './catalog-filter.ts';
import type { CatalogParts } from './catalog-parts.ts';
import { intercomSetup } from './snippets.ts';

/** What pages of the catalog are made of within the dashboard. */
export const dashboardParts: CatalogParts = { ToolLink, TagLink, Code: CodeBox, setup: intercomSetup };

function ToolLink({ name, children, ...rest }: ComponentProps<CatalogParts['ToolLink']>) {
  return (
    <Link href={`/catalog/${encodeURIComponent(name)}`} {...rest}>
      {children}
    </Link>
  );
}

function TagLink({ tag, children }: ComponentProps<CatalogParts['TagLink']>) {
  return <Link href={`/catalog?${writeFilter({ tag })}`}>{children}</Link>;
}
