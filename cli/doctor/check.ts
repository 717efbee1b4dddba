/** One thing that has to be right for the tools to work; `skipped` where another failure keeps it from being looked at. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  readonly message: string;
  /** What to do; also on a check that is ok, where something could be better. */
  readonly help?: string;
}
