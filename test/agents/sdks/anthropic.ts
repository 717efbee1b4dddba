import Anthropic from '@anthropic-ai/sdk';
import { anthropicTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop that one writes oneself over the Messages API. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const anthropic = new Anthropic({ apiKey: 'none', baseURL: url });
  const intercom = await anthropicTools(options);
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: prompt }];
  const texts: string[] = [];
  for (;;) {
    const request = {
      model: 'scripted',
      max_tokens: 1000,
      system: intercom.instructions,
      tools: intercom.tools,
      messages,
    };
    const stream = isStreaming ? anthropic.messages.stream(request, { signal }) : undefined;
    stream?.on('text', (text) => texts.push(text));
    const message = await (stream?.finalMessage() ?? anthropic.messages.create(request, { signal }));
    if (!isStreaming) for (const block of message.content) if (block.type === 'text') texts.push(block.text);
    const results = await intercom.answer(message.content, { signal });
    if (results.length === 0) return texts.join('');
    messages.push({ role: 'assistant', content: message.content }, { role: 'user', content: results });
  }
};
