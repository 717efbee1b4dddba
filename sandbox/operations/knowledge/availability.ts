/** Who may use a piece of content, as content has it: Fin for customers, Copilot for teammates, and the sales agent. */
export const AVAILABILITIES = [
  'ai_chatbot_availability',
  'ai_copilot_availability',
  'ai_sales_agent_availability',
] as const;

/** What new content has: it is for everybody to see, and nobody uses it yet. */
export function newContent(now: number) {
  return {
    ai_chatbot_availability: false,
    ai_copilot_availability: false,
    ai_sales_agent_availability: false,
    audience_ids: [],
    tags: [],
    created_at: now,
    updated_at: now,
  };
}
