import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { catalog } from '../../../intercom/catalog.ts';
import type { Mistake } from './mistakes.ts';

const tools = new Set(catalog.map(({ name }) => name));

/** Tokens that an error may cost a model. */
const MOST_TOKENS = 120;

/** Arguments whose names look like those of tools. */
const NO_TOOLS = new Set(['intercom_user_id']);

/** Begins with what to do, and leaves nobody to look for "the right id" by themselves. */
const IMPERATIVE =
  /^(?:Add|Ask|Bring|Change|Check whether|Choose|Correct|Delete|Do not|Give|Go on|Leave|Only|Nothing is staged|Pass|Read|Remove|Set|Start|Take|Tell|Update|Use|Wait|Write)\b/;

/** Why a model that reads this error cannot make the next call right; undefined where it can. */
export function whyStuck({ kind, argument, given }: Mistake, text: string): string | undefined {
  const [help = '', ...rest] = text.split('\n');
  const message = rest.join('\n');
  if (!IMPERATIVE.test(help)) return 'does not say what to do';
  if (countTokens(text) > MOST_TOKENS) return 'is too long';
  const named = (text.match(/\b[a-z_]*intercom_[a-z0-9_]+/g) ?? []).filter((name) => !NO_TOOLS.has(name));
  const strange = named.find((name) => !tools.has(name));
  if (strange !== undefined) return `names ${strange}, which is no tool`;
  const isSent = message.startsWith('HTTP ');
  if (!isSent) return hasName(message, argument) ? undefined : `does not name ${argument}`;
  if (kind === 'said twice') return named.length > 0 || isTold(help, given) ? undefined : 'names no way on';
  if (!hasName(text, argument)) return `does not name ${argument}`;
  const isAboutId =
    kind === 'unknown id in the path' || kind === 'unknown id in the body' || kind === 'id of another kind';
  return isAboutId && named.length === 0 && !/^.*\b(?:No tool lists|It is the)\b/.test(help)
    ? 'names no tool that finds the id'
    : undefined;
}

function hasName(text: string, argument: string): boolean {
  return argument === '' || text.includes(argument);
}

/** An argument that is to be changed, or a wait. */
function isTold(help: string, given: Mistake['given']): boolean {
  return /^Wait\b/.test(help) || Object.keys(given).some((name) => help.includes(name));
}
