import client, { type BuildOptions, type BuiltRequest } from 'swagger-client';
import { parseTemplate } from 'url-template';

/** The request that Swagger's client, which its documentation pages call APIs with, makes of an operation and its values. */
export function swaggerRequest(options: BuildOptions): BuiltRequest {
  return client.buildRequest(options);
}

/** A URI template of RFC 6570 with its values. */
export function expandTemplate(template: string, values: Record<string, unknown>): string {
  // What the template takes is not all that its package says: objects are values too.
  return parseTemplate(template).expand(values as Parameters<ReturnType<typeof parseTemplate>['expand']>[0]);
}
