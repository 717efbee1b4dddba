import {
  BookOpen,
  ChartColumn,
  KeyRound,
  LogOut,
  Menu as MenuIcon,
  Plug,
  ScrollText,
  SquareTerminal,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import icon from '../icon.svg';
import { Button } from '../parts/button.tsx';
import { Failsafe } from '../parts/failsafe.tsx';
import { Icon } from '../parts/icon.tsx';
import { useSession } from '../session/session.tsx';
import { ThemeChoice } from './theme-choice.tsx';

const PAGES = [
  { href: '/', name: 'Accounts', icon: Plug, below: /^\/(?:accounts.*)?$/ },
  { href: '/usage', name: 'Usage', icon: ChartColumn, below: /^\/usage/ },
  { href: '/audit', name: 'Audit log', icon: ScrollText, below: /^\/audit/ },
  { href: '/try', name: 'Try a tool', icon: SquareTerminal, below: /^\/try/ },
  { href: '/catalog', name: 'Tool catalog', icon: BookOpen, below: /^\/catalog/ },
  { href: '/access', name: 'Access', icon: KeyRound, below: /^\/access/ },
] as const;

/** What stands around every page: the way to the others, who is signed in, light or dark. */
export function Shell({ children }: { children: ComponentChildren }) {
  const [path] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const page = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    setOpen(false);
    // Whoever works by the keyboard or listens goes on where the new page begins.
    page.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);
  return (
    <div class="shell">
      <a class="skip button" href="#page">
        Skip to the page
      </a>
      <header class="top">
        <Brand />
        <Button
          kind="plain"
          square
          label={isOpen ? 'Close the menu' : 'Open the menu'}
          aria-expanded={isOpen}
          aria-controls="side"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={MenuIcon} />
        </Button>
      </header>
      <aside class={isOpen ? 'side open' : 'side'} id="side" aria-label="Menu">
        <Brand />
        <nav aria-label="Pages">
          <ul class="nav">
            {PAGES.map(({ href, name, icon: picture, below }) => (
              <li key={href}>
                <Link href={href} aria-current={below.test(path) ? 'page' : undefined}>
                  <Icon of={picture} />
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Foot />
      </aside>
      <main class="page" id="page" tabIndex={-1} ref={page}>
        <div class="stack loose">
          <Failsafe key={path}>{children}</Failsafe>
        </div>
      </main>
    </div>
  );
}

function Brand() {
  return (
    <Link href="/" class="brand">
      <img src={icon} alt="" />
      <span>
        MCP
        <br />
        gateway
      </span>
    </Link>
  );
}

const ROLES = {
  admin: 'may do everything',
  operator: 'changes its accounts',
  auditor: 'reads, changes nothing',
} as const;

function Foot() {
  const { admin, signOut } = useSession();
  return (
    <div class="side-foot">
      <ThemeChoice />
      <p class="small">
        <span class="strong anywhere">{admin.name}</span>
        <br />
        <span class="hush">
          {admin.role}: {ROLES[admin.role]}
        </span>
      </p>
      <Button small onClick={() => void signOut()}>
        <Icon of={LogOut} />
        Sign out
      </Button>
    </div>
  );
}
