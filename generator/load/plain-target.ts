/** A name in the text of a JSONPath, and where it stands there: with its quotes, where it has some. */
export interface TargetName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** The quote that it is written in; undefined where it stands behind a dot. */
  readonly quote: '"' | "'" | undefined;
}

const STEP = /\.([A-Za-z_]\w*)|\['([^'\\\p{Cc}]+)'\]/u;
const PLAIN = new RegExp(`^\\$(?:${STEP.source})*$`, 'u');

/**
 * The names of a JSONPath that is made of names alone, one a step: `$.paths['/a'].get`. Undefined for any other. Most targets are such,
 * and following them by hand takes a hundredth of what a query takes.
 */
export function plainNames(target: string): readonly TargetName[] | undefined {
  if (!PLAIN.test(target)) return undefined;
  return [...target.matchAll(new RegExp(STEP, 'gu'))].map(({ 0: step, 1: bare, 2: quoted = '', index }) =>
    bare === undefined
      ? { name: quoted, start: index + 1, end: index + step.length - 1, quote: "'" }
      : { name: bare, start: index + 1, end: index + step.length, quote: undefined },
  );
}
