import { type ListResourcesResult, ResourceNotFoundError, type Server } from '@modelcontextprotocol/server';

/** A short text that a model can read when it needs it. */
export interface Guide {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Markdown. */
  readonly text: string;
  /** The tools that it is about: it is offered where one of them is served. */
  readonly tools: readonly string[];
}

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
