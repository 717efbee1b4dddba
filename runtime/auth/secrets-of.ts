import { basicText } from './carry.ts';
import type { ReadCredential } from './read-auth.ts';

/** The texts of a credential that nobody may read; a user name is one where it stands for a key, with hardly any password. */
export function secretsOf(credential: ReadCredential): readonly string[] {
  switch (credential.type) {
    case 'text':
      return [credential.text];
    case 'client':
      return [credential.clientSecret];
    case 'password': {
      const { username, password } = credential;
      return [...(password.length < SHORT ? [username] : []), password, basicText(credential)].filter(Boolean);
    }
    default:
      return credential satisfies never;
  }
}

/** Characters of a password below which it is there because one is demanded. */
const SHORT = 8;
