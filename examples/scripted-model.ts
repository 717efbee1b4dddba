import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a scripted model says at once: a text, calls of tools, or both. */
export interface Turn {
  readonly text?: string;
  readonly calls?: readonly { readonly name: string; readonly args: object }[];
}

/** A conversation from the model's side: yields turns, and is given the texts of what its calls came to. */
export type Script = Generator<Turn, void, readonly string[]>;

interface Event {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A turn as a message of Anthropic's API. */
export function toMessage({ text, calls = [] }: Turn, number: number) {
  const said = text === undefined ? [] : [{ type: 'text', text }];
  const called = calls.map(({ name, args }, at) => ({
    type: 'tool_use',
    id: `toolu_${number}_${at}`,
    name,
    input: args,
  }));
  return {
    id: `msg_${number}`,
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    content: [...said, ...called],
    stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

/** The same as the events of a stream, texts and arguments in two parts each. */
export function toEvents(turn: Turn, number: number): Event[] {
  const { content, stop_reason, ...message } = toMessage(turn, number);
  const blocks = content.flatMap((block, index) => {
    const [empty, deltas] =
      'text' in block
        ? [{ ...block, text: '' }, halves(block.text).map((text) => ({ type: 'text_delta', text }))]
        : [
            { ...block, input: {} },
            halves(JSON.stringify(block.input)).map((partial_json) => ({ type: 'input_json_delta', partial_json })),
          ];
    return [
      { type: 'content_block_start', index, content_block: empty },
      ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ];
  });
  return [
    { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
    ...blocks,
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 1 } },
    { type: 'message_stop' },
  ];
}

function halves(text: string): string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)];
}

/**
 * Plays a model on this machine, so that an example runs without an account: says what its script says, over the Messages API of
 * Anthropic, at once or as a stream. What the script throws is the answer of an error.
 */
export async function serveScript(script: Script) {
  let number = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { messages, stream } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    try {
      const turn = script.next(resultsIn(messages.at(-1).content)).value;
      if (turn === undefined) throw new Error('The script is at its end.');
      number += 1;
      response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' });
      if (stream)
        for (const event of toEvents(turn, number))
          response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
      response.end(stream ? '' : JSON.stringify(toMessage(turn, number)));
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: String(error) } }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The texts of the results in a message, joined by result. */
function resultsIn(content: string | { type: string; content?: { text?: string }[] }[]): string[] {
  if (typeof content === 'string') return [];
  const results = content.filter(({ type }) => type === 'tool_result');
  return results.map(({ content: parts = [] }) => parts.map(({ text = '' }) => text).join('\n'));
}
