/** What the gateway refused, and why. */
export interface Refusal {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Where in the input, such as `config.tools.3`. */
  readonly field?: string | undefined;
  /** What to do. */
  readonly help?: string | undefined;
}

/** An answer of the gateway that is no success. */
export class ApiError extends Error implements Refusal {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly help: string | undefined;

  constructor({ status, code, message, field, help }: Refusal) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.field = field;
    this.help = help;
  }
}

/** Reads a refusal; one that is not the gateway's own, such as that of a proxy, is told by its status. */
export async function readProblem(response: Response): Promise<ApiError> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  const error = fieldOf(body, 'error');
  const message = textOf(error, 'message') ?? `The gateway answered with status ${status}.`;
  const code = textOf(error, 'code') ?? 'unknown';
  return new ApiError({ status, code, message, field: textOf(error, 'field'), help: textOf(error, 'help') });
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  const field = fieldOf(value, key);
  return typeof field === 'string' ? field : undefined;
}
