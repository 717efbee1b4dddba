/** A request that OAuth refuses; the message is the `error_description`. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  /** One of the codes of RFC 6749, section 5.2. */
  readonly code: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: OAuthError['code'],
    message: string,
    { status = 400, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}
