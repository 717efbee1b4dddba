export type { CatalogAnnotations, CatalogEntry, CatalogInputSchema } from './catalog/catalog.ts';
export { filterCatalog, type ToolFilter } from './catalog/filter.ts';
export { type ModuleLoader, toolLoader } from './catalog/tool-loader.ts';
export { type CallOptions, type Client, type ClientOptions, createClient } from './client.ts';
export type { DryRun } from './http/dry-run.ts';
export { REGION_HOSTS, type Region, TOKEN_VARIABLE } from './http/endpoint.ts';
export { type RateLimit, rateLimitFields } from './http/rate-limit.ts';
export type { Exchange, Redirect } from './http/response.ts';
export type { RetryOptions } from './http/retry.ts';
export type { PaginateOptions } from './paging/paginate.ts';
export type { AnswerShape } from './shape/open-shape.ts';
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
} from './tool/tool.ts';
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
} from './value/errors.ts';
