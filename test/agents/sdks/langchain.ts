import { ChatAnthropic } from '@langchain/anthropic';
import { AIMessage, createAgent, tool } from 'langchain';
import { langchainTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop of LangChain's agents, over its Anthropic model. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const intercom = await langchainTools({ ...options, tool });
  const model = new ChatAnthropic({ model: 'scripted', apiKey: 'none', anthropicApiUrl: url, maxTokens: 1000 });
  const agent = createAgent({ model, systemPrompt: intercom.instructions, tools: intercom.tools });
  const messages = { messages: [{ role: 'user' as const, content: prompt }] };
  if (!isStreaming) {
    const { messages: said } = await agent.invoke(messages, { signal });
    return said.map((message) => (AIMessage.isInstance(message) ? message.text : '')).join('');
  }
  const texts: string[] = [];
  for await (const [chunk] of await agent.stream(messages, { signal, streamMode: 'messages' }))
    if (chunk.getType() === 'ai') texts.push(chunk.text);
  return texts.join('');
};
