import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { intercomProfile } from '../../../../intercom/profile.ts';
import type { AgentOptions } from '../../../../runtime/agents/index.ts';
import { createInProcessBox } from '../../../../runtime/code/box/in-process-box.ts';
import type { Tool } from '../../../../runtime/tool/tool.ts';
import { detachTag, getThing, listThings, replyToThing } from '../../../support/sample-tools.ts';
import { catalogOf } from '../../mcp/support/catalog.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
const tools: readonly Tool[] = [
  getThing,
  replyToThing,
  detachTag,
  listThings({ style: 'page', items: 'data', max: 50 }),
];

/** All that an agent over tools that read, write, remove and page is made of but a client; programs run without a thread. */
export const things = {
  profile: intercomProfile,
  catalog: catalogOf(tools),
  loadTool: async (name) => tools.find((tool) => tool.name === name),
  box: createInProcessBox({ wasm: new WebAssembly.Module(wasm) }),
} satisfies Partial<AgentOptions>;
