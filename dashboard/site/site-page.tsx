import type { ComponentChildren } from 'preact';

interface SitePageProps {
  readonly title: string;
  readonly about: string;
  /** What the page was made by. */
  readonly generator: string;
  /** From the page to the folder of the site. */
  readonly root: string;
  /** Scripts beside that of the site, by their paths within it. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** A whole page of a site: nothing in it but its text and relative addresses. */
export function SitePage({ title, about, generator, root, scripts = [], children }: SitePageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content={generator} />
        <meta name="description" content={about} />
        <title>{title}</title>
        <link rel="stylesheet" href={`${root}assets/catalog.css`} />
        {[...scripts, 'assets/catalog.js'].map((path) => (
          <script key={path} src={`${root}${path}`} defer />
        ))}
      </head>
      <body>
        <a class="skip button" href="#page">
          Skip to the page
        </a>
        <main class="site" id="page">
          <div class="stack loose">{children}</div>
        </main>
      </body>
    </html>
  );
}
