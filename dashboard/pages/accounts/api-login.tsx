import { ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import type { HostedApi } from '../../api/schema.d.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';

interface ApiLoginProps {
  readonly api: HostedApi;
  /** The account that is renewed; a new one unless given. */
  readonly accountId?: string;
  readonly region: string;
  readonly label?: string;
}

/** Leads to the API's own login, where it has one, from where one comes back to the dashboard. */
export function ApiLogin({ api: hosted, accountId, region, label = '' }: ApiLoginProps) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await dataOf(
        api.POST('/oauth/{api}/link', {
          params: { path: { api: hosted.id } },
          body: {
            ...(accountId !== undefined && { integrated_account_id: accountId }),
            region,
            ...(label.trim() !== '' && { label: label.trim() }),
          },
        }),
      );
      location.assign(url);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  if (!hosted.login) return null;
  return (
    <div class="stack tight">
      <p class="hush">
        Or let somebody of the {hosted.noun} agree at {hosted.name}, without a token that anybody sees:
      </p>
      <div class="row">
        <Button busy={isBusy} onClick={() => void go()}>
          <Icon of={ExternalLink} />
          Log in at {hosted.name}
        </Button>
      </div>
      <ErrorNotice error={error} />
    </div>
  );
}
