import { createAnthropic } from '@ai-sdk/anthropic';
import { generateText, isStepCount, type ModelMessage } from 'ai';
import { aiSdkTools } from '../../../runtime/agents/index.ts';
import type { ApprovalLoop } from '../support/loop.ts';

// It warns of models that it does not know.
Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });

/** The AI SDK's own way of approval: a run ends with a request, and goes on with the answer. */
export const loop: ApprovalLoop = async (options, { url, prompt, signal, decide }) => {
  const intercom = await aiSdkTools(options);
  const messages: ModelMessage[] = [{ role: 'user', content: prompt }];
  for (;;) {
    const { text, content, response } = await generateText({
      model: createAnthropic({ apiKey: 'none', baseURL: `${url}/v1` })('scripted'),
      system: intercom.instructions,
      tools: intercom.tools,
      stopWhen: isStepCount(10),
      abortSignal: signal,
      messages,
    });
    const requests = content.filter((part) => part.type === 'tool-approval-request');
    if (requests.length === 0) return text;
    messages.push(...response.messages, {
      role: 'tool',
      content: requests.map(({ approvalId, toolCall }) => ({
        type: 'tool-approval-response' as const,
        approvalId,
        approved: decide(toolCall.toolName, toolCall.input),
      })),
    });
  }
};
