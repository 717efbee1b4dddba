import { type Mode, modes } from '../../runtime/catalog/mode.ts';
import { ConfigError } from '../../runtime/value/errors.ts';
import { didYouMean } from '../../runtime/value/nearest.ts';
import { ALL, ANY, confirmations, type SharedSettingName, sharedSettings } from './settings.ts';

/** The settings of a bundle as its server goes by them. */
export interface DesktopSettings {
  readonly mode: Mode;
  readonly confirm: (typeof confirmations)[number];
  readonly tags: readonly string[] | undefined;
  readonly methods: readonly string[] | undefined;
  readonly expectCatalog: string | undefined;
}

/** What an environment says of the tools to serve; throws {@link ConfigError} for a value that a setting cannot have. */
export function readSettings(environment: NodeJS.ProcessEnv): DesktopSettings {
  const textOf = (name: SharedSettingName): string | undefined => environment[sharedSettings[name].variable]?.trim();
  const listOf = (name: SharedSettingName): readonly string[] | undefined => {
    const list = textOf(name)?.split(SEPARATORS).filter(Boolean) ?? [];
    return list.length === 0 || list.some((value) => value.toLowerCase() === ALL) ? undefined : list;
  };
  const expected = textOf('expect_catalog') ?? '';
  return {
    mode: chosen('mode', textOf('mode') ?? 'discovery', modes),
    confirm: chosen('confirm', textOf('confirm') ?? 'destructive', confirmations),
    tags: listOf('tags'),
    methods: listOf('methods'),
    expectCatalog: expected === '' || expected.toLowerCase() === ANY ? undefined : expected,
  };
}

/** People write lists in a form's field in many ways. */
const SEPARATORS = /[\s,;]+/;

function chosen<Value extends string>(name: SharedSettingName, text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text.toLowerCase());
  if (found !== undefined) return found;
  const { title } = sharedSettings[name];
  throw new ConfigError(
    `${JSON.stringify(text)} is no value of the setting ${title}.${didYouMean(text, values)}`,
    `Set ${title} to one of ${values.join(', ')}.`,
  );
}
