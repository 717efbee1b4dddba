import { useState } from 'preact/hooks';
import { useAbout } from '../../api/about.ts';
import type { McpServer } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { CodeBox } from '../../parts/copy.tsx';
import { Bones } from '../../parts/loaded.tsx';
import { Guides } from './connect/guides.tsx';
import { TryServer } from './connect/try-server-panel.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { useMayChange } from './use-may-change.ts';
import { useListedOf } from './use-preview-of.ts';

/** How clients are connected to a server whose URL was shown before. */
export function ConnectTab({ server, accountId }: { server: McpServer; accountId: string }) {
  const { data: about } = useAbout();
  const [isRotating, setRotating] = useState(false);
  const mayChange = useMayChange();
  const listed = useListedOf(server, accountId);
  const { name, url } = server;
  if (about === undefined) return <Bones lines={4} />;
  const connection = {
    url: url ?? `${about.public_url}/mcp/THE_REST_OF_ITS_URL`,
    name,
    secondFactor: server.config.require_api_token_auth,
  };
  return (
    <div class="stack loose">
      <section class="card stack" aria-labelledby="connect-url">
        <h2 id="connect-url">Its URL</h2>
        {url === null ? (
          <>
            <p>
              It was shown once, when it was made, and the gateway does not know it. Who lost it needs another one: the
              old one ends then.
            </p>
            {mayChange(server) && (
              <div class="row">
                <Button onClick={() => setRotating(true)}>Get another URL</Button>
              </div>
            )}
          </>
        ) : (
          <>
            <p>It is no secret: each client shows an API token as well, or logs in with one.</p>
            <div class="whole">
              <CodeBox text={url} label="URL of the server" />
            </div>
            <TryServer connection={connection} expected={listed} />
          </>
        )}
      </section>
      <section class="card stack" aria-labelledby="connect-clients">
        <h2 id="connect-clients">Connect a client</h2>
        <Guides connection={connection} hasUrl={url !== null} />
      </section>
      {isRotating && <RotateDialog server={server} onClose={() => setRotating(false)} />}
    </div>
  );
}
