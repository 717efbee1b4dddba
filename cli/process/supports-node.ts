/**
 * Whether a version of Node, such as `24.1.0`, is in a range of the form `>=22.19`. Written so that it runs on Node 12: it is
 * asked before anything else is loaded.
 */
export function supportsNode(version: string, range: string): boolean {
  const has = version.split('.');
  const wants = leastNode(range).split('.');
  for (let index = 0; index < wants.length; index += 1) {
    const difference = (parseInt(has[index] || '0', 10) || 0) - (parseInt(wants[index] || '0', 10) || 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The oldest version in a range of the form `>=22.19`. */
export function leastNode(range: string): string {
  return range.replace('>=', '').trim();
}
