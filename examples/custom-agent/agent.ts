import type Anthropic from '@anthropic-ai/sdk';
import type { AnthropicTools } from 'intercom-mcp-toolkit/agents';

/** What an agent works with. */
export interface AgentSettings {
  readonly anthropic: Anthropic;
  readonly intercom: AnthropicTools;
  readonly model: string;
  /** Gives everything up that is under way. */
  readonly signal: AbortSignal;
  /** Told of every piece of text as it comes, and of every tool that is called. */
  readonly tell: (text: string) => void;
}

/** Lets Claude work on a task with Intercom's tools until it has nothing left to call. */
export async function runAgent(
  task: string,
  { anthropic, intercom, model, signal, tell }: AgentSettings,
): Promise<void> {
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: task }];
  for (;;) {
    const stream = anthropic.messages.stream(
      { model, max_tokens: 8000, system: intercom.instructions, tools: intercom.tools, messages },
      { signal },
    );
    stream.on('text', (text) => tell(text));
    const { content } = await stream.finalMessage();
    for (const block of content) if (block.type === 'tool_use') tell(`\n  -> ${block.name}\n`);
    const results = await intercom.answer(content, { signal });
    if (results.length === 0) return;
    messages.push({ role: 'assistant', content }, { role: 'user', content: results });
  }
}
