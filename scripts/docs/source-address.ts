/** Where people read the sources, by what the manifest says of the repository; undefined where it says nothing of the web. */
export function sourceAddress(manifest: object): string | undefined {
  const { repository } = Object.assign({ repository: undefined }, manifest);
  const { url = repository } = Object(repository);
  const [, address] = /^(?:git\+)?(https:\/\/[^\s]+?)(?:\.git)?$/.exec(String(url)) ?? [];
  return address;
}
