import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { useDialect } from '../features/connection/use-dialect.ts';
import { Activity } from '../features/request-log/activity.tsx';
import { useSession } from './session.tsx';
import { ThemeSelect } from './theme-select.tsx';

/** What every view has around it. */
export function Layout({ children }: { children: ReactNode }): ReactNode {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    // As after a new page: a screen reader reads on at the top. The list goes back to where it was by itself.
    main.current?.focus({ preventScroll: true });
    if (path !== '/') window.scrollTo(0, 0);
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link href="/" className="brand">
          <img src="/explorer/icon.svg" alt="" width={28} height={28} />
          <span>OAuth clients</span>
        </Link>
        <nav aria-label="Views">
          <NavLink href="/" path={path}>
            Clients
          </NavLink>
          <NavLink href="/bulk" path={path}>
            Bulk
          </NavLink>
          <NavLink href="/connection" path={path}>
            Connection
          </NavLink>
          <a href="/explorer/reference/">Reference</a>
        </nav>
        <ConnectionState />
        <ThemeSelect />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <Activity />
    </>
  );
}

function NavLink({ href, path, children }: { href: string; path: string; children: string }): ReactNode {
  const isCurrent = href === '/' ? path === '/' || path.startsWith('/clients/') : path.startsWith(href);
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function ConnectionState(): ReactNode {
  const { mock, persona } = useSession();
  const { data: dialect } = useDialect();
  return (
    <p className="connection-state">
      <span className="tag">{mock ? 'mock' : 'portal'}</span>
      <span className="tag" title="The dialect that was detected">
        {dialect ?? 'dialect unknown'}
      </span>
      {mock && <span className="tag">{mock.scenario}</span>}
      {mock && <span className="tag">{persona}</span>}
    </p>
  );
}
