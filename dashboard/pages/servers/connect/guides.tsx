import { ExternalLink } from 'lucide-preact';
import { CodeBox } from '../../../parts/copy.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Tabs } from '../../../parts/tabs.tsx';
import { type ClientGuide, clientGuides } from './client-guides.ts';
import { type Connection, isPublic } from './snippets.ts';

interface GuidesProps {
  readonly connection: Connection;
  /** Whether its URL is there, or something that stands in its place. */
  readonly hasUrl: boolean;
}

/** How each client is connected to a server. */
export function Guides({ connection, hasUrl }: GuidesProps) {
  const tabs = clientGuides(connection, { hasUrl }).map((guide) => ({
    name: guide.name,
    content: () => <Guide guide={guide} connection={connection} />,
  }));
  return <Tabs label="Clients" tabs={tabs} />;
}

function Guide({
  guide: { steps, link, code, isRemote, secondFactor },
  connection,
}: {
  guide: ClientGuide;
  connection: Connection;
}) {
  return (
    <>
      {isRemote && !isPublic(connection.url) && (
        <Notice kind="warn">
          <p>
            It comes over the internet, with https: <code>{new URL(connection.url).origin}</code> is not reachable from
            there. Start the gateway with another <code>--public-url</code>.
          </p>
        </Notice>
      )}
      {steps.length === 1 ? (
        <p>{steps[0]}</p>
      ) : (
        <ol class="bullets">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {connection.secondFactor && <p>{secondFactor}</p>}
      {link !== undefined && (
        <div class="row">
          <a
            class="button"
            href={link.href}
            {...(link.href.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })}
          >
            <Icon of={ExternalLink} />
            {link.text}
          </a>
        </div>
      )}
      {code.map(({ label, text }) => (
        <CodeBox key={label} label={label} text={text} />
      ))}
    </>
  );
}
