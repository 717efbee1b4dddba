import { fileURLToPath } from 'node:url';

/** The folder of the dashboard that belongs to this gateway: in the package, and in a checkout once it was built. */
export function builtDashboard(): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/dashboard' : '../../dashboard';
  return fileURLToPath(new URL(folder, import.meta.url));
}
