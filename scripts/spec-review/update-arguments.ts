import { foldersOf } from '../../cli/start/intercom-folders.ts';

/** What `spec update` is told to import; empty texts leave it to its own choice. */
export interface Wanted {
  /** A file or an address. */
  readonly from: string;
  readonly apiVersion: string;
}

/** The arguments of `spec update`. The overlays are those of the served version: what moved in another has not moved in this one. */
export function updateArguments({ from, apiVersion }: Wanted): readonly string[] {
  const isServed = foldersOf(apiVersion || undefined).spec === foldersOf().spec;
  return [
    ...(isServed ? ['--apply-moves'] : []),
    ...(from === '' ? [] : ['--from', from]),
    ...(apiVersion === '' ? [] : ['--api-version', apiVersion]),
  ];
}
