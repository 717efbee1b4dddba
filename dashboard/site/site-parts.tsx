import { Copy } from 'lucide-preact';
import type { ComponentProps } from 'preact';
import { writeFilter } from '../pages/catalog/catalog-filter.ts';
import type { CatalogParts } from '../pages/catalog/catalog-parts.ts';
import { Icon } from '../parts/icon.tsx';

/** What pages of the catalog are made of as files; `root` leads from a page to the folder of the site: `./` or `../`. */
export function siteParts(root: string, setup: CatalogParts['setup']): CatalogParts {
  return {
    ToolLink: ({ name, children, ...rest }) => (
      <a href={`${root}${toolPath(name)}`} {...rest}>
        {children}
      </a>
    ),
    TagLink: ({ tag, children }) => <a href={`${root}index.html?${writeFilter({ tag })}`}>{children}</a>,
    Code: StaticCode,
    setup,
  };
}

/** Where the page of a tool is in a site. */
export function toolPath(name: string): string {
  return `tools/${name}.html`;
}

/** The script of the site shows the button and makes it work. */
function StaticCode({ text, label }: ComponentProps<CatalogParts['Code']>) {
  return (
    <div class="code-box">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get there */}
      <section tabIndex={0} aria-label={label}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <button type="button" class="button small square" data-copy hidden aria-label={`Copy ${label}`}>
        <Icon of={Copy} />
      </button>
    </div>
  );
}
