/** An app of Intercom's Developer Hub, as OAuth knows it. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}
