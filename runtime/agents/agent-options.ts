import { type Mode, modes } from '../catalog/mode.ts';
import type { Agree } from '../mcp/call-for-model.ts';
import type { CodeOptions } from '../mcp/code.ts';
import type { ServingOptions } from '../mcp/prepare-serving.ts';
import type { ServedAccount } from '../profile/identity.ts';
import { ConfigError } from '../value/errors.ts';
import { isRecord, isStrings } from '../value/value.ts';

/** What all adapters take: `{ ...intercom, client }`, and more where it is wanted. */
export interface AgentOptions
  extends Omit<ServingOptions, 'toolbox' | 'shownName' | 'words' | 'accountLabels' | 'place'>,
    Pick<CodeOptions, 'answerTypes' | 'box' | 'limits'> {
  /** `list` unless said otherwise. */
  readonly mode?: Mode | undefined;
  /** Asks a person before a call that `confirm` names, before every write unless it says otherwise; one question at a time. */
  readonly agree?: Agree | undefined;
  /** Whose account it is: the model is told, and whoever agrees to a call. */
  readonly account?: ServedAccount | undefined;
}

/** Throws {@link ConfigError} for options that would be passed over in silence, or fail at the first call. */
export function checkAgentOptions(options: object): void {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const missing = ['profile', 'catalog', 'loadTool'].filter((name) => given[name] === undefined);
  if (missing.length > 0)
    throw new ConfigError(
      `Options lack ${missing.join(', ')}.`,
      'Spread what the catalogue of the API exports into them: { ...intercom, client }.',
    );
  const { client, filter = {}, agree } = given;
  if (!isRecord(client) || typeof client.exchange !== 'function')
    throw new ConfigError('The option client is no client.', 'Make one with createClient, and pass it: { client }.');
  checkChoice(given, 'mode', modes);
  checkChoice(given, 'confirm', ['never', 'destructive', 'write']);
  if (agree !== undefined && typeof agree !== 'function')
    throw new ConfigError('The option agree is no function.', 'Pass one that asks a person and answers true or false.');
  if (agree !== undefined && given.confirm === 'never')
    throw new ConfigError(
      'With confirm: "never" nobody is asked, so agree would never be called.',
      'Leave out one of the two.',
    );
  if (!isRecord(filter)) throw new ConfigError('The option filter is no object.', FILTER_HELP);
  for (const [name, value] of Object.entries(filter)) {
    if (name !== 'methods' && name !== 'tags')
      throw new ConfigError(`A filter has no ${JSON.stringify(name)}.`, FILTER_HELP);
    if (value !== undefined && !isStrings(value))
      throw new ConfigError(`filter.${name} is no list of texts.`, FILTER_HELP);
  }
}

const FILTER_HELP = 'Use { methods: [...], tags: [...] }, for example { methods: ["read"], tags: ["support"] }.';

/** Throws {@link ConfigError} where an option is given and is none of these. */
export function checkChoice(given: Readonly<Record<string, unknown>>, name: string, choices: readonly string[]): void {
  const value = given[name];
  if (value === undefined || choices.some((choice) => choice === value)) return;
  throw new ConfigError(
    `The option ${name} cannot be ${JSON.stringify(value)}.`,
    `Use one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}.`,
  );
}
