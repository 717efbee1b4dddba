import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolError,
  type Tool,
} from '@modelcontextprotocol/server';
import type { Guide, Workflow } from '../profile/guidance.ts';
import { didYouMean } from '../value/nearest.ts';
import { isRecord, isStrings } from '../value/value.ts';
import type { Prefix } from './prefix.ts';
import { type Toolbox, unknownTool } from './toolbox.ts';

/** A toolbox whose tools clients know by a prefix, those of discovery and the tools that they find as well. */
export function prefixedToolbox(
  { list, resolve, asCode = false }: Toolbox,
  prefix: Prefix,
  served: ReadonlySet<string>,
): Toolbox {
  const listed = list();
  const shown = { ...listed, tools: listed.tools.map((tool) => prefixedTool(tool, prefix)) };
  return {
    list: () => shown,
    asCode,
    ownName: (name) => prefix.strip(name) ?? name,
    resolve: (name, args) => {
      const own = prefix.strip(name);
      if (own === undefined) throw unknownTool(name, hintFor(name));
      try {
        const resolved = resolve(own, served.has(own) ? args : ownNames(args, prefix));
        return 'answer' in resolved
          ? { answer: { ...resolved.answer, content: showAll(resolved.answer, prefix) } }
          : resolved;
      } catch (error) {
        throw error instanceof ProtocolError ? new ProtocolError(error.code, prefix.show(error.message)) : error;
      }
    },
  };

  function hintFor(name: string): string {
    const here = prefix.add(name);
    if (prefix.strip(here) !== undefined) return ` It is called ${JSON.stringify(here)} here.`;
    return didYouMean(
      name,
      shown.tools.map((tool) => tool.name),
    );
  }
}

/** The result of a call: its notes, and all of an error, name tools as clients know them. What the API answered stays as it is. */
export function prefixedResult(
  result: CallToolResult | InputRequiredResult,
  prefix: Prefix,
): CallToolResult | InputRequiredResult {
  if (isInputRequiredResult(result)) return result;
  const { _meta: meta = {}, content } = result;
  const notes = Object.entries(meta).map(([key, value]) => [key, isStrings(value) ? value.map(prefix.show) : value]);
  const shown = showAll(result, prefix);
  return {
    ...result,
    ...(result._meta !== undefined && { _meta: Object.fromEntries(notes) }),
    content: result.isError === true ? shown : [...content.slice(0, 1), ...shown.slice(1)],
  };
}

/** A workflow whose text names tools as clients know them. */
export function prefixedWorkflow({ text, ...workflow }: Workflow, { show }: Prefix): Workflow {
  return { ...workflow, text: (values) => show(text(values)) };
}

/** A guide whose text names tools as clients know them. */
export function prefixedGuide({ text, ...guide }: Guide, { show }: Prefix): Guide {
  return { ...guide, text: show(text) };
}

function prefixedTool({ name, description, inputSchema, ...tool }: Tool, prefix: Prefix): Tool {
  return {
    ...tool,
    name: prefix.add(name),
    ...(description !== undefined && { description: prefix.show(description) }),
    // Descriptions are changed, and nothing that a schema's form hangs on.
    inputSchema: showDescriptions(inputSchema, prefix) as Tool['inputSchema'],
  };
}

function showDescriptions(schema: unknown, prefix: Prefix): unknown {
  if (Array.isArray(schema)) return schema.map((item) => showDescriptions(item, prefix));
  if (!isRecord(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === 'description' && typeof value === 'string' ? prefix.show(value) : showDescriptions(value, prefix),
  ]);
  return Object.fromEntries(entries);
}

/** Arguments of a tool of discovery: names of others stand in them as search and description showed them. */
function ownNames(args: unknown, { read }: Prefix): unknown {
  if (!isRecord(args)) return args;
  const { name, names, query } = args;
  return {
    ...args,
    ...(typeof name === 'string' && { name: read(name) }),
    ...(typeof names === 'string' && { names: read(names) }),
    ...(isStrings(names) && { names: names.map(read) }),
    ...(typeof query === 'string' && { query: read(query) }),
  };
}

function showAll({ content }: CallToolResult, { show }: Prefix): CallToolResult['content'] {
  return content.map((part) => (part.type === 'text' ? { ...part, text: show(part.text) } : part));
}
