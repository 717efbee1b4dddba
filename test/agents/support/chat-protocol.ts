import type { Turn } from '../../../examples/scripted-model.ts';
import { readParts, trailing } from './read-parts.ts';
import { halves, type Protocol } from './script.ts';

/** Chat Completions of OpenAI. */
export const chatProtocol: Protocol = {
  results: (body) =>
    trailing(Object(body).messages, ({ role }) => role === 'tool').map(({ content }) => {
      return { ...readParts(content), isError: undefined };
    }),
  answer: (turn, number) => ({
    ...shell(number, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: turn.text ?? null, refusal: null, ...calls(turn, number) },
        logprobs: null,
        finish_reason: reason(turn),
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }),
  events: (turn, number) => [
    chunk(number, { role: 'assistant', content: '' }),
    ...halves(turn.text ?? '').map((content) => chunk(number, { content })),
    ...(calls(turn, number).tool_calls ?? []).flatMap(({ function: { name, arguments: args }, ...call }, index) => [
      chunk(number, { tool_calls: [{ index, ...call, function: { name, arguments: '' } }] }),
      ...halves(args).map((part) => chunk(number, { tool_calls: [{ index, function: { arguments: part } }] })),
    ]),
    chunk(number, {}, reason(turn)),
    { data: '[DONE]' },
  ],
};

function shell(number: number, object: string) {
  return { id: `chat_${number}`, object, created: 1, model: 'scripted' };
}

function chunk(number: number, delta: object, finish_reason: string | null = null) {
  const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
  return { data: { ...shell(number, 'chat.completion.chunk'), choices } };
}

function calls({ calls: made = [] }: Turn, number: number) {
  if (made.length === 0) return {};
  return {
    tool_calls: made.map(({ name, args }, at) => {
      return { id: `call_${number}_${at}`, type: 'function', function: { name, arguments: JSON.stringify(args) } };
    }),
  };
}

function reason({ calls: made = [] }: Turn): string {
  return made.length > 0 ? 'tool_calls' : 'stop';
}
