const PARAMETER = /\{([^{}]+)\}/g;

/** A path with `{}` for any parameter: paths of one shape are one address, whatever their parameters are called. */
export function shapeOf(path: string): string {
  return path.replace(PARAMETER, '{}');
}

/** The names of the parameters of a path, in its order. */
export function parametersIn(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map(([, name = '']) => name);
}
