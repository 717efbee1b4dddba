/** Where people read the sources, by what the manifest says of the repository; undefined where it says nothing of the web yet. */
export function sourceAddress(manifest: object): string | undefined {
  const { repository } = Object.assign({ repository: undefined }, manifest);
  const { url = repository } = Object(repository);
  const [, address] = /^(?:git\+)?(https:\/\/[^\s]+?)(?:\.git)?$/.exec(String(url)) ?? [];
  // Until a repository is named there, a word in capitals stands for its owner.
  return address !== undefined && /\/[A-Z]+(?:-[A-Z]+)*\//.test(address) ? undefined : address;
}
