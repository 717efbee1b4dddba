import type { ApiProfile } from '../runtime/profile/api-profile.ts';
import { account } from './account.ts';
import { callingProfile } from './calling-profile.ts';
import { icons } from './icons.ts';
import { instructions } from './instructions.ts';
import { jobs } from './jobs.ts';
import { joins } from './joins.ts';
import { searchGuide } from './search-guide.ts';
import { intercomWords } from './words.ts';
import { workflows } from './workflows.ts';

/** Everything that is particular about Intercom: the one value that the runtime knows it by. */
export const intercomProfile: ApiProfile = {
  ...callingProfile,
  ...intercomWords,
  serverName: 'intercom-mcp-toolkit',
  account,
  website: 'https://developers.intercom.com',
  icons,
  examples: {
    tasks: ['reply to a conversation', 'contact by email'],
    program: 'search conversations, reply to a conversation',
    way: 'from a conversation to its company',
  },
  joins,
  jobs,
  instructions,
  workflows,
  guides: [searchGuide],
};
