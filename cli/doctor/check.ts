/** One requirement of the tools; `skipped` where another failure keeps it from being checked. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'failed' | 'skipped';
  readonly message: string;
  /** What to do; also on a check that is ok, where something could be better. */
  readonly help?: string;
}
