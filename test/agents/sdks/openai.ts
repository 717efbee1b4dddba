import OpenAI from 'openai';
import { openaiTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop that one writes oneself over the Responses API. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const openai = new OpenAI({ apiKey: 'none', baseURL: `${url}/v1` });
  const intercom = await openaiTools(options);
  const input: OpenAI.Responses.ResponseInput = [{ role: 'user', content: prompt }];
  const texts: string[] = [];
  for (;;) {
    const request = { model: 'scripted', instructions: intercom.instructions, tools: intercom.tools, input };
    const stream = isStreaming ? openai.responses.stream(request, { signal }) : undefined;
    stream?.on('response.output_text.delta', ({ delta }) => texts.push(delta));
    const response = await (stream?.finalResponse() ?? openai.responses.create(request, { signal }));
    if (!isStreaming) texts.push(response.output_text);
    const results = await intercom.answer(response.output, { signal });
    if (results.length === 0) return texts.join('');
    input.push(...response.output, ...results);
  }
};
