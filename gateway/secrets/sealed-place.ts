/** What an account's credential is sealed for: it opens nowhere else. */
export function credentialPlace(accountId: string): string {
  return `accounts/${accountId}`;
}

/** What a setting is sealed for. */
export function settingPlace(name: string): string {
  return `settings/${name}`;
}
