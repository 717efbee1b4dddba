/** The token of `Authorization: Bearer`; undefined where there is none. */
export function bearerOf(headers: Headers): string | undefined {
  return /^Bearer ([!-~]+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}
