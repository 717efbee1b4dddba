import Anthropic from '@anthropic-ai/sdk';
import { anthropicTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop of the SDK's own tool runner. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const anthropic = new Anthropic({ apiKey: 'none', baseURL: url });
  const intercom = await anthropicTools(options);
  const request = {
    model: 'scripted',
    max_tokens: 1000,
    system: intercom.instructions,
    tools: intercom.tools,
    messages: [{ role: 'user' as const, content: prompt }],
  };
  const texts: string[] = [];
  if (isStreaming) {
    for await (const stream of anthropic.beta.messages.toolRunner({ ...request, stream: true }, { signal })) {
      for await (const event of stream)
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') texts.push(event.delta.text);
    }
  } else {
    for await (const message of anthropic.beta.messages.toolRunner(request, { signal }))
      for (const block of message.content) if (block.type === 'text') texts.push(block.text);
  }
  return texts.join('');
};
