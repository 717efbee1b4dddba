/** What a name in a search comes to: an id, a reason why not, or nothing yet, where the names have still to be looked up. */
export type FoundName =
  | { readonly id: string; readonly why?: string | undefined }
  | { readonly refusal: string }
  | undefined;

/** Finds things by their names, as far as these are known. */
export interface NameFinder {
  readonly find: (kind: string, text: string, key?: string) => FoundName;
}
