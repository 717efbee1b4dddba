// The package has no types of its own.
declare module 'swagger-client' {
  export interface BuildOptions {
    readonly spec: unknown;
    readonly operationId: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly requestBody?: unknown;
    readonly securities?: { readonly authorized: Readonly<Record<string, unknown>> };
  }
  export interface BuiltRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  }
  const client: { buildRequest(options: BuildOptions): BuiltRequest };
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default client;
}
