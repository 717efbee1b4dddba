import {
  type GetPromptResult,
  type ListPromptsResult,
  type Prompt,
  ProtocolError,
  ProtocolErrorCode,
  type Server,
} from '@modelcontextprotocol/server';
import type { Workflow } from '../profile/guidance.ts';
import { didYouMean } from '../value/nearest.ts';

/** Answers `prompts/list` and `prompts/get`. */
export function servePrompts(server: Server, workflows: readonly Workflow[]): void {
  const byName = new Map(workflows.map((workflow) => [workflow.name, workflow]));
  const list: ListPromptsResult = { prompts: workflows.map(toPrompt) };
  server.setRequestHandler('prompts/list', () => list);
  server.setRequestHandler('prompts/get', ({ params: { name, arguments: raw = {} } }) => {
    const workflow = byName.get(name);
    const shown = JSON.stringify(name.slice(0, 128));
    if (workflow === undefined) throw invalid(`Unknown prompt ${shown}.${didYouMean(name, byName.keys())}`);
    return getPrompt(workflow, new Map(Object.entries(raw)));
  });
}

function getPrompt(workflow: Workflow, raw: ReadonlyMap<string, string>): GetPromptResult {
  const filled = new Map([...raw].filter(([, value]) => value.trim() !== ''));
  const missing = workflow.arguments.filter(({ name, required }) => required === true && !filled.has(name));
  if (missing.length > 0) {
    const names = missing.map(({ name, description }) => `${name} (${description})`).join(', ');
    throw invalid(`The prompt ${workflow.name} needs ${names}.`);
  }
  return {
    description: workflow.description,
    messages: [{ role: 'user', content: { type: 'text', text: workflow.text(filled) } }],
  };
}

function toPrompt({ name, title, description, arguments: taken }: Workflow): Prompt {
  return { name, title, description, arguments: taken.map((argument) => ({ ...argument })) };
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
