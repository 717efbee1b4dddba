import { timeKeys } from '../generated/intercom/facts.ts';
import type { ApiProfile } from '../runtime/profile/api-profile.ts';
import { account } from './account.ts';
import { adviseOnError } from './advice.ts';
import { answerRules } from './answer-rules.ts';
import { connection } from './connection.ts';
import { icons } from './icons.ts';
import { instructions } from './instructions.ts';
import { jobs } from './jobs.ts';
import { joins } from './joins.ts';
import { names } from './names.ts';
import { nothingFound } from './nothing-found.ts';
import { searchGuide } from './search-guide.ts';
import { searchProfile } from './search-profile.ts';
import { intercomWords } from './words.ts';
import { workflows } from './workflows.ts';

/** Everything that is particular about Intercom: the one value that the runtime knows it by. */
export const intercomProfile: ApiProfile = {
  ...intercomWords,
  name: 'Intercom',
  serverName: 'intercom-mcp-toolkit',
  connection,
  account,
  website: 'https://developers.intercom.com',
  icons,
  advise: adviseOnError,
  // Declared as a text, and unix seconds all the same.
  timeKeys: new Set([...timeKeys, 'download_expires_at']),
  nothingFound,
  answers: answerRules,
  search: searchProfile,
  names,
  joins,
  jobs,
  instructions,
  workflows,
  guides: [searchGuide],
};
