/** What an HTTP API answered. */
export interface Answered<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or text where the answer is none. */
  readonly body: Body;
}

/** Reads a response to its end. */
export async function readAnswered(response: Response): Promise<Answered> {
  const { status, headers } = response;
  const text = await response.text();
  const isRecord = headers.get('content-type')?.includes('application/json');
  return { status, headers, body: isRecord && text !== '' ? JSON.parse(text) : text };
}
