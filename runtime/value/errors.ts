/** A fault that a caller can act on: `code` is stable, `help` says what to do next. Anything else that is thrown is a bug. */
export class ToolkitError extends Error {
  override readonly name: string = 'ToolkitError';
  readonly code: string;
  readonly help: string;

  constructor(code: string, message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.help = help;
  }
}

/** One problem of an input: `argument` is its dotted path, empty for the input as a whole. */
export interface InputProblem {
  readonly argument: string;
  readonly message: string;
}

/** The caller's input is refused before anything is sent; the message has a line for each of the first problems. Code `invalid_input`. */
export class InputError extends ToolkitError {
  override readonly name = 'InputError';
  readonly problems: readonly InputProblem[];

  /** `more` problems were found and not described. */
  constructor(problems: readonly InputProblem[], help = 'Correct the arguments and call again.', more = 0) {
    const lines = problems
      .slice(0, SHOWN)
      .map(({ argument, message }) => (argument === '' ? message : `${argument}: ${message}`));
    const rest = problems.length - lines.length + more;
    super('invalid_input', [...lines, ...(rest > 0 ? [`and ${rest} more problems`] : [])].join('\n'), help);
    this.problems = problems;
  }
}

/** More lines than these help nobody. */
const SHOWN = 12;

/** A setting of the client is missing or wrong. Code `invalid_config`. */
export class ConfigError extends ToolkitError {
  override readonly name = 'ConfigError';

  constructor(message: string, help: string, options?: ErrorOptions) {
    super('invalid_config', message, help, options);
  }
}
