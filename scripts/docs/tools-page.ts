import { intercomReference } from '../../intercom/reference.ts';

const { catalog, version, moduleOf } = intercomReference;

/** The page of all tools, by the module that has them. */
export function toolsPage(): string {
  const modules = Map.groupBy(catalog, ({ module }) => module);
  const tokens = catalog.reduce((sum, entry) => sum + entry.tokens, 0);
  return [
    '# All tools',
    '',
    `The ${catalog.length} tools of API version ${version} by resource: what each is for, its class, what its definition costs a model (tokens of o200k), and its export.`,
    '',
    `All definitions together cost ${tokens.toLocaleString('en')} tokens. \`!\` marks what removes or cannot be undone, and \`*\` what may answer a`,
    "customer's personal data. `npx -y intercom-mcp-toolkit tools` lists the same for a filter, and `npx -y intercom-mcp-toolkit catalog --out site`",
    'writes a site with the arguments of each, an example and a search.',
    '',
    'This page is written by `npm run docs:write`.',
    ...[...modules]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([module, entries]) => [
        '',
        `## ${module.charAt(0).toUpperCase()}${module.slice(1).replaceAll('_', ' ')}`,
        '',
        `\`${moduleOf(module)}\``,
        '',
        '| tool | | class | tokens | export |',
        '|---|---|---|---|---|',
        ...entries.map(
          ({ name, function: exported = name, class: kind, destructive, personalData, tokens: cost, title }) => {
            const marks = [destructive ? ' !' : '', personalData ? ' \\*' : ''].join('');
            return `| \`${name}\` | ${title} | ${kind}${marks} | ${cost} | \`${exported}\` |`;
          },
        ),
      ]),
    '',
  ].join('\n');
}
