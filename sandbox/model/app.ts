/** The workspace itself: its `app_id`, its name, and the time zone in which contacts' dates are whole days. */
export const app = { id: 'fernhill', name: 'Fernhill', timezone: 'Europe/Dublin' } as const;
