import type { Turn } from '../../../examples/scripted-model.ts';
import { readParts, trailing } from './read-parts.ts';
import { halves, type Protocol } from './script.ts';

/** The Responses API of OpenAI. */
export const responsesProtocol: Protocol = {
  results: (body) =>
    trailing(Object(body).input, ({ type }) => type === 'function_call_output').map(({ output }) => {
      return { ...readParts(output), isError: undefined };
    }),
  answer: (turn, number) => response(number, 'completed', items(turn, number)),
  events: (turn, number) => {
    const made = items(turn, number);
    const events = [
      { type: 'response.created', response: response(number, 'in_progress', []) },
      ...made.flatMap((item, output_index) => eventsOf(item, output_index)),
      { type: 'response.completed', response: response(number, 'completed', made) },
    ];
    return events.map((event, sequence_number) => ({ event: event.type, data: { ...event, sequence_number } }));
  },
};

interface Message {
  readonly type: 'message';
  readonly id: string;
  readonly content: readonly { readonly text: string }[];
}

interface Call {
  readonly type: 'function_call';
  readonly id: string;
  readonly call_id: string;
  readonly name: string;
  readonly arguments: string;
}

interface Event {
  readonly type: string;
  readonly [field: string]: unknown;
}

function items({ text, calls = [] }: Turn, number: number): (Message | Call)[] {
  return [
    ...(text === undefined ? [] : [message(`msg_${number}`, text)]),
    ...calls.map(({ name, args }, at) => ({
      type: 'function_call' as const,
      id: `fc_${number}_${at}`,
      call_id: `call_${number}_${at}`,
      name,
      arguments: JSON.stringify(args),
      status: 'completed',
    })),
  ];
}

function message(id: string, text: string) {
  const content = [{ type: 'output_text', text, annotations: [] }];
  return { type: 'message' as const, id, role: 'assistant', status: 'completed', content };
}

function eventsOf(item: Message | Call, output_index: number): Event[] {
  const place = { item_id: item.id, output_index };
  const added = { type: 'response.output_item.added', output_index };
  const done = { type: 'response.output_item.done', output_index, item };
  if (item.type === 'function_call') {
    return [
      { ...added, item: { ...item, arguments: '', status: 'in_progress' } },
      ...halves(item.arguments).map((delta) => ({ type: 'response.function_call_arguments.delta', ...place, delta })),
      { type: 'response.function_call_arguments.done', ...place, name: item.name, arguments: item.arguments },
      done,
    ];
  }
  const [{ text } = { text: '' }] = item.content;
  const part = { type: 'output_text', text: '', annotations: [] };
  return [
    { ...added, item: { ...item, content: [], status: 'in_progress' } },
    { type: 'response.content_part.added', ...place, content_index: 0, part },
    ...halves(text).map((delta) => ({
      type: 'response.output_text.delta',
      ...place,
      content_index: 0,
      delta,
      logprobs: [],
    })),
    { type: 'response.output_text.done', ...place, content_index: 0, text, logprobs: [] },
    { type: 'response.content_part.done', ...place, content_index: 0, part: { ...part, text } },
    done,
  ];
}

function response(number: number, status: string, output: readonly object[]) {
  return {
    id: `resp_${number}`,
    object: 'response',
    created_at: 1,
    model: 'scripted',
    status,
    output,
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    usage: {
      input_tokens: 1,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: 1,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: 2,
    },
  };
}
