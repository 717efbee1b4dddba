import { toEvents, toMessage } from '../../../examples/scripted-model.ts';
import { readParts, records } from './read-parts.ts';
import type { Protocol } from './script.ts';

/** The Messages API of Anthropic. */
export const anthropicProtocol: Protocol = {
  results: (body) => {
    const last = records(Object(body).messages).at(-1);
    return records(last?.content)
      .filter(({ type }) => type === 'tool_result')
      .map(({ content, is_error }) => ({ ...readParts(content), isError: is_error === true }));
  },
  answer: toMessage,
  events: (turn, number) => toEvents(turn, number).map((data) => ({ event: data.type, data })),
};
