import * as z from 'zod';
import type { CatalogEntry } from '../../../../runtime/catalog/catalog.ts';
import { objectSchema } from '../../../../runtime/tool/object-schema.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { TOKEN } from '../../../support/recorder.ts';
import { detachTag, getThing, listThings, replyToThing } from '../../../support/sample-tools.ts';

const download: Tool = { ...getThing, name: 'download_thing', response: 'binary' };
const transcript: Tool = { ...getThing, name: 'get_transcript', response: 'text' };
const broken: Tool = {
  ...getThing,
  name: 'broken_thing',
  request: () => {
    throw new TypeError(`secret ${TOKEN}`);
  },
};
const listed = listThings({ style: 'page', items: 'data' });
/** Tools of every kind of answer, one that breaks and one that pages. */
export const tools: readonly Tool[] = [getThing, replyToThing, detachTag, download, transcript, broken, listed];

const missing: Tool = { ...getThing, name: 'missing_thing' };

/** The catalog of these tools and of one that cannot be loaded. */
export const catalog = catalogOf([...tools, missing]);

/** A catalog of tools, as a generator would write it. */
export function catalogOf(tools: readonly Tool[]): readonly CatalogEntry[] {
  return tools.map((tool) => ({
    name: tool.name,
    title: `Title of ${tool.name}`,
    description: `What ${tool.name} does`,
    class: tool.class,
    access: tool.access,
    destructive: tool.destructive,
    tags: tool.tags,
    method: tool.method,
    path: '/things',
    module: 'things',
    tokens: 10,
    inputSchema: { ...z.toJSONSchema(objectSchema(tool)), type: 'object' },
    annotations: tool.access === 'read' ? { readOnlyHint: true } : { destructiveHint: tool.destructive },
  }));
}
