import { SquareTerminal } from 'lucide-preact';
import { Link } from 'wouter-preact';
import './try.css';
import { useAccount, useAccounts } from '../../api/account-queries.ts';
import { type ToolsOf, useTool } from '../../api/tool-queries.ts';
import { AccountChooser } from '../../choosers/account-chooser.tsx';
import { ToolChooser } from '../../choosers/tool-chooser.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { toolHref } from '../../parts/tool-href.ts';
import { useAddress } from '../../parts/use-address.ts';
import { useSession } from '../../session/session.tsx';
import { ToolTry } from './tool-try.tsx';

/** Calls a tool that reads in an account, as a model would. */
export function TryPage() {
  const { mayChange } = useSession();
  return (
    <>
      <PageHead title="Try a tool">
        <p class="hush">
          Calls a tool that reads, once, in an account of yours: what a model gets, beside what the API answered.
        </p>
      </PageHead>
      {mayChange ? (
        <Trying />
      ) : (
        <Notice>
          <p class="strong">An auditor's key calls no tool.</p>
          <p>
            What is answered may be customers' data. Somebody with a key of the role admin or operator can try tools;
            what each tool does stands in <Link href="/catalog">the catalog</Link>.
          </p>
        </Notice>
      )}
    </>
  );
}

function Trying() {
  const { params, change } = useAddress();
  const { query, rows } = useAccounts('');
  const only = rows.length === 1 && !query.hasNextPage ? rows[0]?.id : undefined;
  const account = params.get('account') ?? only;
  const tool = params.get('tool') ?? undefined;
  const { data } = useAccount(account);
  const of = data && { api: data.api, version: data.tools_version };
  return (
    <>
      <section class="card choosers" aria-label="Where and what">
        <AccountChooser
          account={account}
          none="Choose an account"
          isRequired
          onChoose={(id) => change({ account: id }, { replace: true })}
        />
        <ToolChooser
          tool={tool}
          none="Choose a tool that reads"
          isRequired
          readsOnly
          of={of}
          onChoose={(name) => change({ tool: name })}
        />
      </section>
      {account === undefined || tool === undefined ? (
        <Blank icon={SquareTerminal} title={account === undefined ? 'Choose an account' : 'Choose a tool'}>
          <p class="hush">
            Its arguments come as a form with an example that can be sent as it is. The call is written down in the
            audit log; what is answered is not.
          </p>
        </Blank>
      ) : (
        <Chosen account={account} name={tool} of={of} />
      )}
    </>
  );
}

interface ChosenProps {
  readonly account: string;
  readonly name: string;
  readonly of: ToolsOf | undefined;
}

function Chosen({ account, name, of }: ChosenProps) {
  const query = useTool(name, of);
  return (
    <Loaded query={query} lines={6}>
      {(tool) =>
        tool.access === 'read' ? (
          <ToolTry key={`${account} ${name}`} account={account} tool={tool} />
        ) : (
          <Notice kind="warn">
            <p class="strong">{tool.title} changes something in the account.</p>
            <p>
              Only tools that read can be tried. How it is called stands in{' '}
              <Link href={toolHref(tool)}>the catalog</Link>; with the argument <code>dry_run</code> an MCP client sees
              what it would send.
            </p>
          </Notice>
        )
      }
    </Loaded>
  );
}
