import type { ApiProfile } from '../profile/api-profile.ts';
import type { Instruction } from '../profile/guidance.ts';
import type { ServedAccount } from '../profile/identity.ts';
import type { CallListedSettings } from './call-outcome.ts';
import { instructionsFor } from './instructions.ts';
import { type ServedTools, type ServedToolsOptions, servedTools } from './served-tools.ts';

/** What decides how tools are shown to models, and how they are called. */
export interface ServingOptions extends CallListedSettings, ServedToolsOptions {
  readonly profile: ApiProfile;
  /** What a model is told of all tools: a text as it stands, or sentences in place of the profile's, which are used where they are true of the tools. */
  readonly instructions?: string | readonly Instruction[] | undefined;
}

/** The tools that are served, how their calls are made, and what is told of them. */
export interface Serving extends ServedTools {
  readonly calling: CallListedSettings;
  /** What a model is told of all tools, and of the account where it is known. */
  readonly instruct: (account?: ServedAccount, accounts?: readonly ServedAccount[]) => string;
}

/** Makes once what all servers and agents of the same tools share; throws as {@link servedTools} does. */
export function prepareServing({
  profile,
  catalog,
  filter,
  budget,
  apiVersion,
  prefix,
  accountLabels,
  labelsOf,
  toolbox,
  expectCatalog,
  onCatalogChange,
  instructions,
  now,
  ...rest
}: ServingOptions): Serving {
  const shown = servedTools({
    ...{
      profile,
      catalog,
      filter,
      budget,
      apiVersion,
      accountLabels,
      labelsOf,
      prefix,
      toolbox,
      expectCatalog,
      onCatalogChange,
      now,
    },
    confirm: rest.confirm,
  });
  const { kept, served, words, naming, tools } = shown;
  const instruct =
    typeof instructions === 'string'
      ? () => instructions
      : instructionsFor({
          profile,
          tools: kept,
          sentences: instructions ?? profile.instructions ?? [],
          asCode: tools.asCode ?? false,
        });
  const calling = {
    ...rest,
    words,
    candidates: rest.candidates ?? ((tool: string) => served.has(tool)),
    profile: { ...profile, jobs: servedJobs(profile.jobs, served) },
    shownName: naming.add,
  };
  return { ...shown, calling, instruct: (account, accounts) => naming.show(instruct(account, accounts)) };
}

/** Jobs whose next step can be taken. */
function servedJobs(jobs: ApiProfile['jobs'] = {}, served: ReadonlySet<string>): NonNullable<ApiProfile['jobs']> {
  return Object.fromEntries(
    Object.entries(jobs).filter(([, { poll, download = poll }]) => served.has(poll) && served.has(download)),
  );
}
