import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { Compass } from 'lucide-preact';
import { lazy, Suspense } from 'preact/compat';
import { Link, Route, Router, Switch } from 'wouter-preact';
import { ApiError } from './api/api-error.ts';
import { AccountPage } from './pages/accounts/account-page.tsx';
import { AccountsPage } from './pages/accounts/accounts-page.tsx';
import { Blank } from './parts/blank.tsx';
import { Bones } from './parts/loaded.tsx';
import { PageHead } from './parts/page-head.tsx';
import { Toasts } from './parts/toasts.tsx';
import { SessionGate } from './session/session.tsx';
import { Shell } from './shell/shell.tsx';

// What one page alone needs is loaded with it.
const ServerPage = lazy(async () => (await import('./pages/servers/server-page.tsx')).ServerPage);
const CreateServerPage = lazy(async () => (await import('./pages/servers/create-server-page.tsx')).CreateServerPage);
const UsagePage = lazy(async () => (await import('./pages/usage/usage-page.tsx')).UsagePage);
const AuditPage = lazy(async () => (await import('./pages/audit/audit-page.tsx')).AuditPage);
const TryPage = lazy(async () => (await import('./pages/try/try-page.tsx')).TryPage);
const AccessPage = lazy(async () => (await import('./pages/access/access-page.tsx')).AccessPage);
const CatalogPage = lazy(async () => (await import('./pages/catalog/catalog-page.tsx')).CatalogPage);
const ToolPage = lazy(async () => (await import('./pages/catalog/tool-page.tsx')).ToolPage);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What was refused is refused again; what did not come may come.
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
    },
  },
});

/** The whole app, below `/dashboard`. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Toasts>
        <Router base="/dashboard">
          <SessionGate>
            <Shell>
              <Suspense fallback={<Bones lines={6} />}>
                <Switch>
                  <Route path="/" component={AccountsPage} />
                  <Route path="/accounts/:id/servers/new" component={CreateServerPage} />
                  <Route path="/accounts/:id/servers/:serverId/:tab?" component={ServerPage} />
                  <Route path="/accounts/:id/:tab?" component={AccountPage} />
                  <Route path="/usage" component={UsagePage} />
                  <Route path="/audit/:entry?" component={AuditPage} />
                  <Route path="/try" component={TryPage} />
                  <Route path="/access" component={AccessPage} />
                  <Route path="/catalog" component={CatalogPage} />
                  <Route path="/catalog/:tool" component={ToolPage} />
                  <Route component={NoPage} />
                </Switch>
              </Suspense>
            </Shell>
          </SessionGate>
        </Router>
      </Toasts>
    </QueryClientProvider>
  );
}

function NoPage() {
  return (
    <>
      <PageHead title="There is no such page" />
      <Blank icon={Compass} title="Nothing is at this address">
        <Link href="/" class="button">
          Go to the accounts
        </Link>
      </Blank>
    </>
  );
}
