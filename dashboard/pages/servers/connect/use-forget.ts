import { useEffect } from 'preact/hooks';

/** Has a secret forgotten when the page is left, so that a browser which keeps whole pages to go back to does not keep it. */
export function useForget(forget: () => void): void {
  useEffect(() => {
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  });
}
