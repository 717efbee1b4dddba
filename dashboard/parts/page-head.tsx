import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Link } from 'wouter-preact';

interface PageHeadProps {
  readonly title: string;
  /** The pages above this one. */
  readonly above?: readonly { readonly title: string; readonly href: string }[];
  readonly children?: ComponentChildren;
  /** Buttons at the side of the title. */
  readonly actions?: ComponentChildren;
}

/** The title of a page, also that of the browser's tab, and the way up. */
export function PageHead({ title, above = [], children, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · MCP gateway`;
  }, [title]);
  return (
    <header class="stack tight">
      {above.length > 0 && (
        <nav aria-label="Breadcrumb">
          <ol class="crumbs">
            {above.map((page) => (
              <li key={page.href}>
                <Link href={page.href}>{page.title}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="row between">
        <h1 class="anywhere">{title}</h1>
        {actions !== undefined && <div class="row">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
