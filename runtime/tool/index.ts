export { asFile } from './as-file.ts';
export { asPart } from './as-part.ts';
export { deepObject } from './deep-object.ts';
export { defineTool } from './define-tool.ts';
export { given } from './given.ts';
export { asciiJson, headerValue } from './header-value.ts';
export { longInteger } from './long-integer.ts';
export { PathError, path } from './path.ts';
export { labelPath, matrixPath, pathSegments, simplePath } from './path-style.ts';
export { allowReserved, csv, formEntries, pipeDelimited, spaceDelimited } from './query-style.ts';
export { time } from './time.ts';
export {
  type Answer,
  type Case,
  HTTP_METHODS,
  type HttpMethod,
  type Id,
  type InputSchema,
  type Items,
  METHOD_CLASSES,
  type MethodClass,
  type Page,
  type Pagination,
  type QueryValue,
  RESPONSE_KINDS,
  type ResponseKind,
  type SearchFilter,
  type SearchGroup,
  type SearchKind,
  type SearchRules,
  type TextKind,
  type TextRule,
  type Time,
  type Tool,
  type ToolInput,
  type ToolRequest,
} from './tool.ts';
