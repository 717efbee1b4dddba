import { exportLoader } from '../../runtime/catalog/tool-loader.ts';
import type { ArgumentRow } from '../../runtime/reference/argument-rows.ts';
import { type ToolPage, toolPage } from '../../runtime/reference/tool-page.ts';
import type { LoadedApi } from '../api/load-api.ts';
import { exampleCall } from '../call/example-call.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { findTool } from '../workspace/find-tool.ts';

/** All of one tool, and a command line that calls it. */
export interface DescribedTool extends Omit<ToolPage, 'argumentNames'> {
  readonly call: string;
}

/** A tool by its name or that of its export; throws {@link InputError} with the names that were most likely meant. */
export async function describeTool(name: string, api: LoadedApi): Promise<DescribedTool> {
  const { entry } = await findTool(name, api);
  const { catalog, modules, groups, moduleOf, place } = api;
  const loaded = await exportLoader(catalog, modules)(entry.name);
  if (loaded === undefined) throw new Error(`${entry.name} is in the catalogue, and in no module.`);
  const page = toolPage(entry, loaded, { groups, moduleOf });
  const { argumentNames: _, ...rest } = page;
  // What models have an argument for is an option here.
  const rows = page.arguments.filter((row) => row.name !== 'dry_run');
  return { ...rest, arguments: rows, call: exampleCall(page.import.export, page.example.arguments, place) };
}

/** The same for people. */
export function toolLines(tool: DescribedTool, width = process.stdout.columns ?? Number.POSITIVE_INFINITY): string {
  const { name, title, description, method, path, tags, groups, tokens, destructive, access } = tool;
  const bold = (text: string): string => paint(process.stdout, 'bold', text);
  const kind = `${tool.class}, ${destructive ? 'removes or cannot be undone' : `a ${access}`}`;
  return [
    `${bold(name)}   ${title}`,
    '',
    description,
    '',
    table([
      ['class', kind],
      ['request', `${method} ${path}`],
      ['tags', [...tags, ...groups].join(', ')],
      ['answers', tool.pages ? 'a page at a time: limit and next_cursor' : tool.answer],
      ['costs', `${tokens} tokens (o200k)`],
    ]),
    '',
    ...(tool.arguments.length === 0 ? ['It has no arguments.'] : argumentTable(tool.arguments, width, bold)),
    '',
    bold('Call'),
    `  ${tool.call}`,
    '',
    bold('Import'),
    `  ${tool.import.line};`,
  ].join('\n');
}

function argumentTable(rows: readonly ArgumentRow[], width: number, bold: (text: string) => string): readonly string[] {
  const cells = rows.map((row) => [row.name, row.type, row.required ? 'yes' : '', wordsOf(row)]);
  const [head = '', ...lines] = table([['ARGUMENT', 'TYPE', 'REQUIRED', 'WHAT'], ...cells], width).split('\n');
  return [bold(head), ...lines];
}

function wordsOf({ description = '', values, nullable, default: usual }: ArgumentRow): string {
  const notes = [
    ...(values === undefined ? [] : [`one of ${values.join(', ')}`]),
    ...(usual === undefined ? [] : [`${JSON.stringify(usual)} unless given`]),
    ...(nullable ? ['null clears it'] : []),
  ];
  return [description, ...(notes.length > 0 ? [`(${notes.join('; ')})`] : [])].filter(Boolean).join(' ');
}
