import { readParts, records } from './read-parts.ts';
import { halves, type Protocol, type Turn } from './script.ts';

/** The Messages API of Anthropic. */
export const anthropicProtocol: Protocol = {
  results: (body) => {
    const last = records(Object(body).messages).at(-1);
    return records(last?.content)
      .filter(({ type }) => type === 'tool_result')
      .map(({ content, is_error }) => ({ ...readParts(content), isError: is_error === true }));
  },
  answer: (turn, number) => ({ ...shell(turn, number), content: blocks(turn, number), ...ending(turn) }),
  events: (turn, number) => [
    { event: 'message_start', data: { type: 'message_start', message: { ...shell(turn, number), content: [] } } },
    ...blocks(turn, number).flatMap((block, index) => [
      { event: 'content_block_start', data: { type: 'content_block_start', index, content_block: emptied(block) } },
      ...deltas(block).map((delta) => ({
        event: 'content_block_delta',
        data: { type: 'content_block_delta', index, delta },
      })),
      { event: 'content_block_stop', data: { type: 'content_block_stop', index } },
    ]),
    { event: 'message_delta', data: { type: 'message_delta', delta: ending(turn), usage: { output_tokens: 1 } } },
    { event: 'message_stop', data: { type: 'message_stop' } },
  ],
};

type Block = { type: 'text'; text: string } | { type: 'tool_use'; id: string; name: string; input: object };

function blocks({ text, calls = [] }: Turn, number: number): Block[] {
  return [
    ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
    ...calls.map(({ name, args }, at) => {
      return { type: 'tool_use' as const, id: `toolu_${number}_${at}`, name, input: args };
    }),
  ];
}

function emptied(block: Block): Block {
  return block.type === 'text' ? { ...block, text: '' } : { ...block, input: {} };
}

function deltas(block: Block): object[] {
  return block.type === 'text'
    ? halves(block.text).map((text) => ({ type: 'text_delta', text }))
    : halves(JSON.stringify(block.input)).map((partial_json) => ({ type: 'input_json_delta', partial_json }));
}

function shell(_: Turn, number: number) {
  return {
    id: `msg_${number}`,
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 1, output_tokens: 1 },
  };
}

function ending({ calls = [] }: Turn) {
  return { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null };
}
