export { exampleAuth } from './auth/example-auth.ts';
export { authFromEnvironment, type ConnectionSettings, settingsFromEnvironment } from './auth/from-environment.ts';
export type { AnswerTypes } from './catalog/answer-types.ts';
export type { Api } from './catalog/api.ts';
export type { CatalogAnnotations, CatalogEntry, CatalogInputSchema } from './catalog/catalog.ts';
export { createApi } from './catalog/create-api.ts';
export { exampleArguments } from './catalog/example-arguments.ts';
export { filterCatalog, type ToolFilter } from './catalog/filter.ts';
export type { GeneratedParts } from './catalog/generated-parts.ts';
export { defineConfig, type ProjectConfig } from './catalog/project-config.ts';
export { type ModuleLoader, toolLoader } from './catalog/tool-loader.ts';
export { type CallOptions, type Client, createClient, type PaginateOptions } from './client.ts';
export type { ClientOptions } from './client-options.ts';
export type { DryRun } from './http/dry-run.ts';
export {
  ApiError,
  type ApiErrorDetails,
  type ApiErrorEntry,
  NetworkError,
  ResponseError,
  TimeoutError,
} from './http/errors.ts';
export { type RateLimit, rateLimitFields } from './http/rate-limit.ts';
export type { Exchange, Redirect } from './http/response.ts';
export type { RetryOptions } from './http/retry.ts';
export type { AdviseOn, ErrorSituation } from './profile/advice.ts';
export type { AnswerRules, NoiseRules, OutsiderRules, ResourceRule } from './profile/answer-rules.ts';
export type { ApiProfile } from './profile/api-profile.ts';
export type { CallingProfile } from './profile/calling-profile.ts';
export type { AddressVariable, Authentication, AuthOf, Connection, OtherServer } from './profile/connection.ts';
export type { Guide, InstructedTool, Instruction, Workflow, WorkflowArgument } from './profile/guidance.ts';
export type { AccountWords, Icon, ServedAccount } from './profile/identity.ts';
export type { JobTool } from './profile/job-tool.ts';
export type {
  FieldAlias,
  SearchProfile,
  SearchShape,
  TextCheck,
  UnknownField,
  Verdict,
} from './profile/search-profile.ts';
export type {
  Auth,
  BasicScheme,
  BearerScheme,
  ClientCredential,
  ClientCredentialsScheme,
  Credential,
  KeyScheme,
  PasswordCredential,
  Requirements,
  Security,
  SecurityScheme,
} from './profile/security.ts';
export type { Synonyms } from './profile/synonyms.ts';
export type { Answered } from './shape/answered.ts';
export type { ForModel } from './shape/for-model.ts';
export type { AnswerShape } from './shape/open-shape.ts';
export { defineTool } from './tool/define-tool.ts';
export { PathError, path } from './tool/path.ts';
export { csv } from './tool/query-style.ts';
export type {
  Answer,
  Case,
  HttpMethod,
  Id,
  InputSchema,
  Items,
  MethodClass,
  Page,
  Pagination,
  QueryValue,
  ResponseKind,
  SearchFilter,
  SearchGroup,
  SearchKind,
  SearchRules,
  Time,
  Tool,
  ToolInput,
  ToolRequest,
} from './tool/tool.ts';
export {
  ConfigError,
  InputError,
  type InputProblem,
  ToolkitError,
} from './value/errors.ts';
