import type { Contact, MobileApp } from '../../model/people.ts';
import type { Random } from '../../store/random.ts';

const BROWSERS = [
  ['chrome', '142.0', 'Windows'],
  ['chrome', '141.0', 'macOS'],
  ['safari', '26.1', 'macOS'],
  ['firefox', '144.0', 'Linux'],
  ['edge', '142.0', 'Windows'],
] as const;

function app(version: string, device: string, os: string, sdk: string, last_seen_at: number): MobileApp {
  return {
    app_name: 'Fernhill',
    app_version: version,
    device,
    os_version: os,
    sdk_version: sdk,
    last_seen_at,
  };
}

/** What a contact uses Fernhill with: a browser, and for some a phone. */
export function devices(random: Random, seen: number, language: string): Partial<Contact> {
  const [browser, browser_version, os] = random.pick(BROWSERS);
  const phone = random.next();
  return {
    browser,
    browser_version,
    browser_language: language,
    os,
    ...(phone < 0.15 && { ios: app('4.12.0', 'iPhone15,2', '26.1', '18.7.3', seen) }),
    ...(phone > 0.88 && { android: app('4.11.2', 'Pixel 9', '16', '16.5.1', seen) }),
  };
}
