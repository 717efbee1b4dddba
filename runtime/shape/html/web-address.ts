import { stripInvisible } from './invisible.ts';

/** An address that a person could open; scripts and inline data are none. */
export function webAddress(text = ''): string {
  const address = stripInvisible(text).replaceAll(/\s/g, '');
  return /^(?:https?:|mailto:|tel:|\/\/|\/|#)/i.test(address) ? address : '';
}
