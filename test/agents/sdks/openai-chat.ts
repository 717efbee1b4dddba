import OpenAI from 'openai';
import { openaiChatTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

/** The loop that one writes oneself over Chat Completions. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const openai = new OpenAI({ apiKey: 'none', baseURL: `${url}/v1` });
  const intercom = await openaiChatTools(options);
  const messages: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'developer', content: intercom.instructions },
    { role: 'user', content: prompt },
  ];
  const texts: string[] = [];
  for (;;) {
    const request = { model: 'scripted', tools: intercom.tools, messages };
    const stream = isStreaming ? openai.chat.completions.stream(request, { signal }) : undefined;
    stream?.on('content', (delta) => texts.push(delta));
    const { choices } = await (stream?.finalChatCompletion() ?? openai.chat.completions.create(request, { signal }));
    const [choice] = choices;
    if (choice === undefined) throw new Error('no choice');
    if (!isStreaming) texts.push(choice.message.content ?? '');
    const results = await intercom.answer(choice.message, { signal });
    if (results.length === 0) return texts.join('');
    messages.push(choice.message, ...results);
  }
};
