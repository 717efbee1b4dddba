export type { AnswerShape } from './answer-shape.ts';
export type { CatalogAnnotations, CatalogEntry, CatalogInputSchema } from './catalog.ts';
export { type CallOptions, type Client, type ClientOptions, createClient } from './client.ts';
export type { DryRun } from './dry-run.ts';
export { REGION_HOSTS, type Region, TOKEN_VARIABLE } from './endpoint.ts';
export {
  ConfigError,
  InputError,
  type InputProblem,
  IntercomError,
  type IntercomErrorDetails,
  type IntercomFault,
  NetworkError,
  ResponseError,
  TimeoutError,
  ToolkitError,
} from './errors.ts';
export { filterCatalog, type ToolFilter } from './filter.ts';
export type { Exchange, Redirect } from './http-response.ts';
export type { PaginateOptions } from './paginate.ts';
export { type RateLimit, rateLimitFields } from './rate-limit.ts';
export type { RetryOptions } from './retry.ts';
export {
  type Answer,
  type Case,
  csv,
  type HttpMethod,
  type Items,
  type MethodClass,
  type Page,
  type Pagination,
  PathError,
  path,
  type QueryValue,
  type RequestInput,
  type ResponseKind,
  type SearchKind,
  type SearchRules,
  type Tool,
  type ToolInput,
  type ToolRequest,
} from './tool.ts';
export { type ModuleLoader, toolLoader } from './tool-loader.ts';
