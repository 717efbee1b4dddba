import type { AdminKey } from '../../api/schema.d.ts';

/** What somebody with an admin key may do. */
export type Role = AdminKey['role'];

/** What each role may do, in words. */
export const roles = {
  admin: {
    name: 'Admin',
    may: 'Everything: connects and disconnects accounts, makes keys of every role.',
  },
  operator: {
    name: 'Operator',
    may: 'Changes some accounts: their MCP servers, their API tokens, their audit log. Of others it sees nothing.',
  },
  auditor: {
    name: 'Auditor',
    may: 'Reads everything and changes nothing. Also for programs that collect metrics.',
  },
} as const satisfies Record<Role, { name: string; may: string }>;

/** The roles as a form offers them, the most common first. */
export const roleNames = ['operator', 'auditor', 'admin'] as const satisfies readonly Role[];
