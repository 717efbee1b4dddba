/**
 * The bytes of an answer without its codings, by Node's zlib; undefined for more than `maxBytes`. With a coding that nobody knows all
 * are left on, as `fetch` leaves them; broken bytes reject.
 */
export async function decodeBody(
  coded: Uint8Array<ArrayBuffer>,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (encoding === undefined || coded.byteLength === 0) return coded;
  const names = encoding.toLowerCase().split(',', MOST_CODINGS + 1);
  if (names.length > MOST_CODINGS) throw new Error(`more than ${MOST_CODINGS} codings of one answer`);
  const codings = names.map((name) => CODINGS.get(name.trim()));
  let bytes: Uint8Array<ArrayBuffer> = coded;
  for (const coding of codings.includes(undefined) ? [] : codings.reverse()) {
    const decoded = coding && (await decode(bytes, coding, maxBytes));
    if (decoded === undefined) return undefined;
    bytes = decoded;
  }
  return bytes;
}

type Coding = 'gunzip' | 'inflate' | 'brotliDecompress';

const CODINGS: ReadonlyMap<string, Coding> = new Map([
  ['gzip', 'gunzip'],
  ['x-gzip', 'gunzip'],
  ['deflate', 'inflate'],
  ['br', 'brotliDecompress'],
]);

/** As many as `fetch` takes. */
const MOST_CODINGS = 5;

function decode(
  bytes: Uint8Array<ArrayBuffer>,
  coding: Coding,
  maxOutputLength: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const zlib = process.getBuiltinModule('node:zlib');
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, decoded: NonSharedBuffer): void => {
      if (error === null) resolve(decoded);
      else if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') resolve(undefined);
      else reject(error);
    };
    // Some servers leave out the last bytes, which say nothing.
    if (coding === 'brotliDecompress')
      return zlib.brotliDecompress(bytes, { maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH }, done);
    // What is called deflate has a head in most answers, and none in some.
    const isRaw = coding === 'inflate' && ((bytes[0] ?? 0) & 0x0f) !== 8;
    zlib[isRaw ? 'inflateRaw' : coding](bytes, { maxOutputLength, finishFlush: Z_SYNC_FLUSH }, done);
  });
}
