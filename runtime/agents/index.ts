export type { Agree, ToolAnswer } from '../mcp/call-for-model.ts';
export type { AgentMode, AgentOptions } from './agent-options.ts';
export { type AgentCallOptions, type AgentTool, type AgentTools, agentTools } from './agent-tools.ts';
export {
  type AnthropicPart,
  type AnthropicTool,
  type AnthropicToolResult,
  type AnthropicToolSearch,
  type AnthropicTools,
  type AnthropicToolsOptions,
  anthropicTools,
} from './anthropic-tools.ts';
