import { createAnthropic } from '@ai-sdk/anthropic';
import { generateText, isStepCount, streamText } from 'ai';
import { aiSdkTools } from '../../../runtime/agents/index.ts';
import type { Loop } from '../support/loop.ts';

// It warns of models that it does not know.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

/** The loop of the AI SDK, over its Anthropic provider. */
export const loop: Loop = async (options, { url, prompt, signal, isStreaming }) => {
  const intercom = await aiSdkTools(options);
  const request = {
    model: createAnthropic({ apiKey: 'none', baseURL: `${url}/v1` })('scripted'),
    system: intercom.instructions,
    tools: intercom.tools,
    stopWhen: isStepCount(10),
    abortSignal: signal,
    prompt,
  };
  if (!isStreaming) {
    const { steps } = await generateText(request);
    return steps.map(({ text }) => text).join('');
  }
  const failures: unknown[] = [];
  const { textStream } = streamText({ ...request, onError: ({ error }) => void failures.push(error) });
  const texts: string[] = [];
  for await (const text of textStream) texts.push(text);
  if (failures.length > 0) throw failures[0];
  signal.throwIfAborted();
  return texts.join('');
};
