import OpenAI from 'openai';
import { openaiTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop that one writes oneself over the Responses API. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const openai = new OpenAI({ apiKey: 'none', baseURL: `${url}/v1` });
  const { instructions, tools, answer } = await openaiTools(options);
  const texts: string[] = [];
  const respond = async (next: Pick<OpenAI.Responses.ResponseCreateParams, 'input' | 'previous_response_id'>) => {
    const request = { model: 'scripted', instructions, tools, ...next };
    if (!isStreaming) {
      const response = await openai.responses.create({ ...request, stream: false }, { signal });
      texts.push(response.output_text);
      return response;
    }
    const stream = openai.responses.stream(request, { signal });
    stream.on('response.output_text.delta', ({ delta }) => texts.push(delta));
    return stream.finalResponse();
  };
  let response = await respond({ input: prompt });
  for (;;) {
    const results = await answer(response.output, { signal });
    if (results.length === 0) return texts.join('');
    response = await respond({ previous_response_id: response.id, input: results });
  }
};
