/** Who is signed in in this page; a page keeps it in memory alone. */
interface SessionState {
  csrfToken: string | undefined;
  listeners: Set<() => void>;
}

const state: SessionState = { csrfToken: undefined, listeners: new Set() };

/** The token that proves to the gateway that a change comes from this page. */
export function csrfToken(): string | undefined {
  return state.csrfToken;
}

/** Keeps the token of the session that this page works with. */
export function keepCsrfToken(token: string | undefined): void {
  state.csrfToken = token;
}

/** Tells who listens that the gateway knows no session of this page any more. */
export function sessionEnded(): void {
  for (const listener of state.listeners) listener();
}

/** Calls back when the session has ended; answers how to stop listening. */
export function onSessionEnded(listener: () => void): () => void {
  state.listeners.add(listener);
  return () => state.listeners.delete(listener);
}
