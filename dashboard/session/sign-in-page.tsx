import { useEffect } from 'preact/hooks';
import type { CurrentSession } from '../api/schema.d.ts';
import icon from '../icon.svg';
import { ErrorNotice } from '../parts/notice.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The page for those who are not signed in; `error` is why a link or the gateway let nobody in. */
export function SignInPage({ error, onSignedIn }: { error: unknown; onSignedIn: (session: CurrentSession) => void }) {
  useEffect(() => {
    document.title = 'Sign in · MCP gateway';
  }, []);
  return (
    <div class="alone">
      <main class="card stack">
        <div class="row">
          <img src={icon} alt="" width="40" height="40" />
          <h1>MCP gateway</h1>
        </div>
        <ErrorNotice error={error} />
        <SignInForm onSignedIn={onSignedIn} />
        <p class="hush small">
          On the machine of the gateway, <code>intercom-mcp gateway sign-in-link</code> prints a link that signs you in
          once.
        </p>
      </main>
    </div>
  );
}
