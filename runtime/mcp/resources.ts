import { type ListResourcesResult, ResourceNotFoundError, type Server } from '@modelcontextprotocol/server';
import type { Guide } from '../profile/guidance.ts';

/** Answers `resources/list`, `resources/templates/list` and `resources/read`. */
export function serveResources(server: Server, guides: readonly Guide[]): void {
  const mimeType = 'text/markdown';
  const texts = new Map(guides.map(({ uri, text }) => [uri, text]));
  const list: ListResourcesResult = {
    resources: guides.map(({ uri, name, title, description }) => ({ uri, name, title, description, mimeType })),
  };
  server.setRequestHandler('resources/list', () => list);
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }));
  server.setRequestHandler('resources/read', ({ params: { uri } }) => {
    const text = texts.get(uri);
    if (text === undefined) throw new ResourceNotFoundError(uri.slice(0, 256));
    return { contents: [{ uri, mimeType, text }] };
  });
}
