import { Agent, OpenAIProvider, Runner } from '@openai/agents';
import { openaiAgentsTools } from '../../../runtime/agents/index.ts';
import type { ApprovalLoop } from '../support/loop.ts';

/** The Agents SDK's own way of approval: a run is interrupted, and goes on from its state. */
export const loop: ApprovalLoop = async (options, { url, prompt, signal, decide }) => {
  const { instructions, tools } = await openaiAgentsTools(options);
  const agent = new Agent({ name: 'Support desk', model: 'scripted', instructions, tools });
  const modelProvider = new OpenAIProvider({ apiKey: 'none', baseURL: `${url}/v1`, useResponses: true });
  const runner = new Runner({ modelProvider, tracingDisabled: true });
  let result = await runner.run(agent, prompt, { signal });
  while (result.interruptions.length > 0) {
    for (const interruption of result.interruptions) {
      const agreed = decide(interruption.name ?? '', JSON.parse(interruption.arguments ?? '{}'));
      if (agreed) result.state.approve(interruption);
      else result.state.reject(interruption);
    }
    result = await runner.run(agent, result.state, { signal });
  }
  return String(result.finalOutput);
};
