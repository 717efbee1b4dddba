/** What definitions cost a model, in words. */
export function sayTokens(tokens: number): string {
  return `${tokens.toLocaleString('en')} ${tokens === 1 ? 'token' : 'tokens'}`;
}
