/** A number as people read it: three digits, thousands apart. */
export function shownNumber(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 4 });
}
