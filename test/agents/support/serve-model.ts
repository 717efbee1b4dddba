import type { IncomingMessage } from 'node:http';
import { serveLoopback } from '../../support/serve-loopback.ts';
import { anthropicProtocol } from './anthropic-protocol.ts';
import { chatProtocol } from './chat-protocol.ts';
import { responsesProtocol } from './responses-protocol.ts';
import type { Protocol, Script } from './script.ts';

/** A request that the scripted model was sent. */
interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

/** A model that says what its script says, at an address of this machine. */
export interface ScriptedModel extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
}

const PROTOCOLS: Readonly<Record<string, Protocol>> = {
  '/v1/messages': anthropicProtocol,
  '/v1/chat/completions': chatProtocol,
  '/v1/responses': responsesProtocol,
};

/** Serves a script over the protocols of the vendors, each at its path; what the script throws is answered with 400 and its message. */
export async function serveModel(script: Script): Promise<ScriptedModel> {
  const requests: ModelRequest[] = [];
  const { url, ...rest } = await serveLoopback(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const [path = ''] = (request.url ?? '').split('?');
    requests.push({ path, headers: request.headers, body });
    try {
      const protocol = PROTOCOLS[path];
      if (protocol === undefined) throw new Error(`nothing is served at ${path}`);
      const { value: turn, done } = script.next(protocol.results(body));
      if (done || turn === undefined) throw new Error('the script is at its end');
      if (body.stream !== true) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(protocol.answer(turn, requests.length)));
        return;
      }
      response.setHeader('content-type', 'text/event-stream');
      for (const { event, data } of protocol.events(turn, requests.length)) {
        if (event !== undefined) response.write(`event: ${event}\n`);
        response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
      }
      response.end();
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ type: 'error', error: { type: 'script', message: String(error) } }));
    }
  });
  return { url, requests, ...rest };
}
