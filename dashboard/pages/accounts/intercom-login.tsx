import { ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useAbout } from '../../api/about.ts';
import { api, dataOf } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';

interface IntercomLoginProps {
  /** The account that is renewed; a new one unless given. */
  readonly accountId?: string;
  readonly region: string;
  readonly label?: string;
}

/** Leads to Intercom's own login, from where one comes back to the dashboard. */
export function IntercomLogin({ accountId, region, label = '' }: IntercomLoginProps) {
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { data: about } = useAbout();
  const go = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const { url } = await dataOf(
        api.POST('/oauth/intercom/link', {
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
  if (about?.intercom_login !== true) return null;
  return (
    <div class="stack tight">
      <p class="hush">Or let an admin of the workspace agree at Intercom, without a token that anybody sees:</p>
      <div class="row">
        <Button busy={isBusy} onClick={() => void go()}>
          <Icon of={ExternalLink} />
          Log in at Intercom
        </Button>
      </div>
      <ErrorNotice error={error} />
    </div>
  );
}
