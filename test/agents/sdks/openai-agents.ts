import { Agent, OpenAIProvider, Runner } from '@openai/agents';
import { openaiAgentsTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop of OpenAI's Agents SDK, over the Responses API, without traces. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const { instructions, tools } = await openaiAgentsTools(options);
  const agent = new Agent({ name: 'Support desk', model: 'scripted', instructions, tools });
  const modelProvider = new OpenAIProvider({ apiKey: 'none', baseURL: `${url}/v1`, useResponses: true });
  const runner = new Runner({ modelProvider, tracingDisabled: true });
  if (!isStreaming) {
    const { newItems } = await runner.run(agent, prompt, { signal });
    return newItems.map((item) => (item.type === 'message_output_item' ? item.content : '')).join('');
  }
  const result = await runner.run(agent, prompt, { signal, stream: true });
  const texts: string[] = [];
  for await (const event of result)
    if (event.type === 'raw_model_stream_event' && event.data.type === 'output_text_delta')
      texts.push(event.data.delta);
  await result.completed;
  // A run that is given up ends its stream in silence.
  signal.throwIfAborted();
  return texts.join('');
};
