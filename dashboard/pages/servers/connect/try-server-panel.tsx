import { CirclePlay } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { comparedTo } from './compared-to.ts';
import type { Connection } from './snippets.ts';
import { type Trial, tryServer } from './try-server.ts';

interface TryServerProps {
  readonly connection: Connection;
  /** The tools that it should list. */
  readonly expected: readonly string[] | undefined;
}

/** Tries a server as a client does, and says what came of it. */
export function TryServer({ connection: { url, secondFactor }, expected }: TryServerProps) {
  const [trial, setTrial] = useState<Trial>();
  const [isBusy, setBusy] = useState(false);
  // It stays here, and goes nowhere but to the server.
  const [apiToken, setApiToken] = useState('');
  const run = async (): Promise<void> => {
    setBusy(true);
    setTrial(await tryServer({ url, apiToken: apiToken.trim() }));
    setBusy(false);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void run();
      }}
    >
      {secondFactor && (
        <TextField
          label="API token to test with"
          help="It is sent to the server alone, and not kept."
          look="mono"
          type="password"
          autocomplete="off"
          value={apiToken}
          onValue={setApiToken}
        />
      )}
      <div class="row">
        <Button type="submit" busy={isBusy}>
          <Icon of={CirclePlay} />
          {isBusy ? 'Testing' : 'Test the server'}
        </Button>
      </div>
      <div role="status">{trial !== undefined && <Outcome trial={trial} expected={expected} />}</div>
    </form>
  );
}

function Outcome({ trial, expected }: { trial: Trial; expected: readonly string[] | undefined }) {
  if (!trial.isOk)
    return (
      <Notice kind="bad">
        <p class="strong">{trial.title}</p>
        {trial.help !== '' && <p>{trial.help}</p>}
      </Notice>
    );
  const { server, protocol, tools } = trial;
  const { isSame, text } = comparedTo(tools, expected);
  return (
    <Notice kind={isSame ? 'good' : 'warn'}>
      <p class="strong">It answers.</p>
      <p class="anywhere">
        It calls itself “{server}”, speaks MCP {protocol}, and lists{' '}
        {tools.length === 1 ? '1 tool' : `${tools.length.toLocaleString()} tools`}. {text}
      </p>
    </Notice>
  );
}
