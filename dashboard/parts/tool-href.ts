/** Where the page of a tool is. */
export function toolHref({ name, api }: { readonly name: string; readonly api?: string | undefined }): string {
  const of = api === undefined ? '' : `?${new URLSearchParams({ api })}`;
  return `/catalog/${encodeURIComponent(name)}${of}`;
}
