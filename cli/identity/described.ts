/** What something is called, and its id. */
export function described(name: string | undefined, id: string | undefined): string {
  return `${name?.replace(/\p{Cc}/gu, '') || 'without a name'}${id === undefined ? '' : ` (${id})`}`;
}
