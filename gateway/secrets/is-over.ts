/** True from the instant on at which a server, token or grant expires; times in milliseconds, null for never. */
export function isOver({ expires_at }: { readonly expires_at: number | null }, now: number): boolean {
  return expires_at !== null && expires_at <= now;
}
