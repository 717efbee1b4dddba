export type { Mode as AgentMode } from '../catalog/mode.ts';
export type { Agree, ToolAnswer } from '../mcp/call-for-model.ts';
export type { AgentOptions } from './agent-options.ts';
export { type AgentCallOptions, type AgentTool, type AgentTools, agentTools } from './agent-tools.ts';
export { type AiSdkOutput, type AiSdkPart, type AiSdkTool, type AiSdkTools, aiSdkTools } from './ai-sdk-tools.ts';
export {
  type AnthropicConnector,
  type AnthropicConnectorOptions,
  type AnthropicToolset,
  anthropicConnector,
} from './anthropic-connector.ts';
export type { AnthropicToolSearch, AnthropicToolSearchKind } from './anthropic-tool-search.ts';
export {
  type AnthropicPart,
  type AnthropicTool,
  type AnthropicToolResult,
  type AnthropicTools,
  type AnthropicToolsOptions,
  anthropicTools,
} from './anthropic-tools.ts';
export {
  type LangchainFields,
  type LangchainPart,
  type LangchainRun,
  type LangchainTools,
  type LangchainToolsOptions,
  langchainTools,
} from './langchain-tools.ts';
export {
  type OpenaiAgentsParameters,
  type OpenaiAgentsPart,
  type OpenaiAgentsTool,
  type OpenaiAgentsTools,
  openaiAgentsTools,
} from './openai-agents-tools.ts';
export {
  type OpenaiChatAnswer,
  type OpenaiChatTool,
  type OpenaiChatTools,
  openaiChatTools,
} from './openai-chat-tools.ts';
export {
  type OpenaiCallOutput,
  type OpenaiPart,
  type OpenaiTool,
  type OpenaiTools,
  openaiTools,
} from './openai-tools.ts';
