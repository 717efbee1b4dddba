import { Link } from 'wouter-preact';
import type { McpServerWithToken } from '../../../api/schema.d.ts';
import { CodeBox } from '../../../parts/copy.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Guides } from './guides.tsx';
import { TryServer } from './try-server-panel.tsx';

/** The URL of a server that was made or rotated a moment ago, and what to do with it. Nothing else keeps it: who leaves the page has to rotate for another. */
export function NewUrl({ server, expected }: { server: McpServerWithToken; expected: readonly string[] | undefined }) {
  const { url, name, config } = server;
  const secondFactor = config.require_api_token_auth;
  return (
    <div class="stack loose">
      <section class="card stack" aria-labelledby="new-url">
        <h2 id="new-url">Its URL</h2>
        {secondFactor ? (
          <p>
            It is no secret: each client shows an API token as well, or logs in with one. Make one under{' '}
            <Link href="/access">Access</Link>.
          </p>
        ) : (
          <Notice kind="warn">
            <p>
              <span class="strong">Shown once.</span> Who has it can use the server: copy it now, and keep it like a
              password. It cannot be shown again, only replaced.
            </p>
          </Notice>
        )}
        <div class="whole">
          <CodeBox text={url} label="URL of the server" />
        </div>
        <TryServer connection={{ url, name, secondFactor }} expected={expected} />
      </section>
      <section class="card stack" aria-labelledby="new-connect">
        <h2 id="new-connect">Connect a client</h2>
        <Guides connection={{ url, name, secondFactor }} hasUrl />
      </section>
    </div>
  );
}
