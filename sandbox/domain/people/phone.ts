/** True for a number with its country code, as E.164 writes it: `+353871234567`. */
export function isPhone(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** A phone number with its digits in groups of three, the last one of up to four: +353861234567 becomes +353 861 234 567. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const groups = digits.match(/\d{3}(?!\d$)|\d{1,4}$/g) ?? [];
  return `${phone.startsWith('+') ? '+' : ''}${groups.join(' ')}`;
}
