import type { Label, Release } from './change.ts';

/** All labels, the gravest first. */
export const LABELS = [
  'breaking for models',
  'breaking for importers',
  'compatible',
  'cosmetic',
] as const satisfies readonly Label[];

/** What a change of each label asks of the package's version. */
export const RELEASES = {
  'breaking for models': 'major',
  'breaking for importers': 'major',
  compatible: 'minor',
  cosmetic: 'patch',
} as const satisfies Record<Label, Release>;

/** Which version each release is, in a sentence: below 1.0.0 a minor one may break (Semantic Versioning 2.0.0, 4). */
export const RELEASE_WORDS = {
  major: 'a major version (below 1.0.0 a minor one)',
  minor: 'a minor version (below 1.0.0 a patch)',
  patch: 'a patch',
  none: 'no new version',
} as const satisfies Record<Release, string>;
