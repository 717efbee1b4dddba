/** Characters that a key must have at least. */
const SHORTEST = 24;

/** Bits of chance that a key must look like. */
const BITS = 128;

/** Bits of a letter in words: a list of 7,776 words gives 12.9 bits for five or six letters. */
const BITS_IN_WORDS = 2;

/** Different pairs of neighbours, and different steps from one to the next: a repetition has few of those, a sequence of these. */
const PAIRS = 16;
const STEPS = 8;

/** Why a text is no key, as the end of a sentence; undefined for one that looks like 128 random bits. */
export function weaknessOf(key: string): string | undefined {
  if (key.length < SHORTEST) return `has fewer than ${SHORTEST} characters`;
  if (!/^[!-~]+$/.test(key)) return 'has a character that cannot be sent in a header, such as a space';
  const next = [...key.slice(1)];
  const pairs = new Set(next.map((character, index) => key.charAt(index) + character));
  const steps = new Set(next.map((character, index) => character.charCodeAt(0) - key.charCodeAt(index)));
  if (pairs.size < PAIRS || steps.size < STEPS) return 'repeats or counts on, and can be guessed';
  const bits = Math.floor(bitsOf(key));
  return bits < BITS ? `looks like ${bits} random bits, and ${BITS} are needed` : undefined;
}

function bitsOf(key: string): number {
  if (looksLikeWords(key)) return key.length * BITS_IN_WORDS;
  const plain = key.replaceAll('-', '');
  // A UUID, too, is hexadecimal.
  if (/^[\da-f]*[a-f][\da-f]*$/i.test(plain)) return plain.length * Math.log2(alphabet(plain, 16));
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    // As many as base64 has.
    [/[^a-zA-Z\d]/, 2],
  ];
  const size = kinds.reduce((sum, [kind, characters]) => (kind.test(key) ? sum + characters : sum), 0);
  return key.length * Math.log2(alphabet(key, size));
}

/** What a text was drawn from: not from many more characters than it shows. */
function alphabet(text: string, size: number): number {
  return Math.min(size, 3 * new Set(text).size);
}

/** The pairs of letters that are half of all in English, and in its neighbours many. */
const commonPairs = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ' +
    'ne ea ra ce li ch ll'
  ).split(' '),
);

/** Whether a third of its pairs of letters are common ones: of random pairs it is one in fifteen. */
function looksLikeWords(text: string): boolean {
  const pairs = [...text.toLowerCase().matchAll(/[a-z](?=([a-z]))/g)].map(([letter, next]) => `${letter}${next}`);
  const common = pairs.filter((pair) => commonPairs.has(pair)).length;
  // Among few pairs a third comes by chance.
  return common >= 8 && 3 * common >= pairs.length;
}
