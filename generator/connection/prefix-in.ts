/** Words that stand before a key in `Authorization`, and hardly anywhere else. */
const KNOWN =
  /(?:^|[\s"'`(:])(Bearer|Token|SSWS|GenieKey|JWT|OAuth|Bot|Klaviyo-API-Key|DeepL-Auth-Key|Zoho-oauthtoken)\s+["'`]?(?:[<{[$]|[A-Z][A-Z_]{3,}|(?:your|api|access|the)[ _-]?(?:api|access|auth)?[ _-]?(?:token|key)\b)/;

/** A whole header, written out: `Authorization: Word {key}`. */
const WRITTEN = /\bAuthorization["'`]?\s*[:=]\s*["'`]?([A-Za-z][A-Za-z0-9-]{1,30})\s+["'`]?[<{[$]/;

/** `Bearer`, told as a word: before a space that is spelled out, as a prefix, as a scheme, or before a made-up key. */
const BEARER =
  /\bBearer(?:\s?["'`])?\s*(?:[[(]space[\])]|(?:\w+ )?prefix\b|scheme\b|followed by\b|(?=[A-Za-z]*\d)\w{5})|\b[Pp]refix\w* (?:\w+ ){0,4}with ["'`]Bearer\b/;

/** The word that a description says stands before the key in `Authorization`; undefined where it says of none. */
export function prefixIn(description: string): string | undefined {
  const text = description.slice(0, LOOKED_AT);
  return WRITTEN.exec(text)?.[1] ?? KNOWN.exec(text)?.[1] ?? (BEARER.test(text) ? 'Bearer' : undefined);
}

/** Characters of a description that are looked at. */
const LOOKED_AT = 4000;
