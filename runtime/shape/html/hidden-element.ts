/** The attributes of an element that are read, by their names in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** A colour in red, green and blue from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/** The colour of a page that says nothing else. */
export const PAGE: Color = [255, 255, 255];

/** How an element looks by its own attributes. */
export interface Look {
  readonly isHidden: boolean;
  /** Colour behind its text; `undefined` for a picture or a gradient, on which any colour may be seen. */
  readonly background: Color | undefined;
}

/**
 * How an element looks on a background. It is hidden by its own attributes: `hidden`, or a style that takes it out of the
 * page, makes it as small as nothing, or writes in the colour of what lies behind it.
 */
export function lookOf(attributes: Attributes, behind: Color | undefined): Look {
  if (attributes.size === 0) return { isHidden: false, background: behind };
  const style = styleOf(attributes.get('style'));
  const background = backgroundOf(attributes, style, behind);
  return { isHidden: isHidden(attributes, style) || isCamouflaged(attributes, style, background), background };
}

type Style = ReadonlyMap<string, string>;

function isHidden(attributes: Attributes, style: Style): boolean {
  if (attributes.has('hidden')) return true;
  if (style.size === 0) return false;
  const is = (property: string, pattern: RegExp): boolean => pattern.test(style.get(property) ?? '');
  return (
    is('display', /^none/) ||
    is('visibility', /^(?:hidden|collapse)/) ||
    is('mso-hide', /^all/) ||
    is('opacity', NOTHING) ||
    is('font-size', TINY) ||
    is('font', NO_FONT) ||
    is('text-indent', FAR) ||
    (is('position', /^(?:absolute|fixed)/) && ['left', 'right', 'top', 'bottom'].some((side) => is(side, FAR))) ||
    is('clip', /^rect\(\s*0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?[\s,]+0(?:px)?\s*\)/) ||
    (is('overflow', /^hidden/) && ['height', 'max-height', 'width', 'max-width'].some((size) => is(size, NOTHING)))
  );
}

const NOTHING = /^\+?(?:0+(?:\.0+)?|\.0+)(?:px|pt|em|rem|%|vh|vw)?$/;
/** Up to 2 pixels, a twentieth of the usual size, or nothing. */
const TINY = /^\+?(?:[01]?(?:\.\d+)?(?:px|pt)|0*(?:\.0\d*)?(?:em|rem|vh|vw)|[0-5]?(?:\.\d+)?%|0+(?:\.0+)?)$/;
const NO_FONT = /(?:^|\s)0+(?:\.0+)?(?:px|pt|em|rem|%)?(?:\s*\/|\s+[a-z"'])/;
const FAR = /^-\d{3,}/;

/** Text in the colour of its background; without one, in the white of the page. */
function isCamouflaged(attributes: Attributes, style: Style, background: Color | undefined): boolean {
  const color = parseColor(style.get('color') ?? attributes.get('color')?.toLowerCase().trim() ?? '');
  if (color === undefined) return false;
  if (color === 'transparent') return true;
  return background !== undefined && distance(color, background) <= 12;
}

function backgroundOf(attributes: Attributes, style: Style, behind: Color | undefined): Color | undefined {
  if (style.has('background-image')) return undefined;
  const text =
    style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor')?.toLowerCase().trim() ?? '';
  if (text === '') return behind;
  if (/url\(|gradient/.test(text)) return undefined;
  const color = firstColor(text);
  return color === 'transparent' ? behind : color;
}

/** A shorthand names its colour among other things; one that is not understood could be any. */
function firstColor(text: string): Color | 'transparent' | undefined {
  const parts = text.match(/[a-z]+\([^()]*\)|[^\s]+/g) ?? [];
  return (
    parts.map(parseColor).find((color) => color !== undefined) ??
    (/^(?:none|inherit|initial|unset)$/.test(text) ? 'transparent' : undefined)
  );
}

const NAMED: ReadonlyMap<string, Color> = new Map([
  ['white', PAGE],
  ['snow', [255, 250, 250]],
  ['ivory', [255, 255, 240]],
  ['whitesmoke', [245, 245, 245]],
  ['ghostwhite', [248, 248, 255]],
  ['black', [0, 0, 0]],
]);

function parseColor(text: string): Color | 'transparent' | undefined {
  const named = NAMED.get(text);
  if (named) return named;
  if (text === 'transparent') return text;
  const hex = /^#?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(text)?.[1];
  if (hex !== undefined) {
    const full = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
    return full.slice(6) === '00' ? 'transparent' : [channel(0), channel(2), channel(4)];
  }
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (numbers === undefined || numbers.length < 3) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map((part, at) => {
    const scale = part.endsWith('%') ? (at < 3 ? 2.55 : 0.01) : 1;
    return Number.parseFloat(part) * scale;
  });
  return alpha === 0 ? 'transparent' : [red, green, blue];
}

function distance(a: Color, b: Color): number {
  return Math.max(...a.map((part, at) => Math.abs(part - (b[at] ?? 0))));
}

const EMPTY: Style = new Map();

const READ: ReadonlySet<string> = new Set(
  'display visibility mso-hide opacity font-size font text-indent position left right top bottom clip overflow height max-height width max-width color background background-color background-image'.split(
    ' ',
  ),
);

/** The declarations of a style attribute that are read here, in lower case, the last of each property. */
function styleOf(text: string | undefined): Style {
  if (text === undefined || text === '') return EMPTY;
  // A comment that does not end goes to the end, in CSS and in time.
  const style = text.toLowerCase().replace(/\/\*.*?(?:\*\/|$)/gs, '');
  const declarations = new Map<string, string>();
  for (let start = 0, colon = style.indexOf(':'); colon !== -1; colon = style.indexOf(':', start)) {
    const semicolon = style.indexOf(';', colon);
    const end = semicolon === -1 ? style.length : semicolon;
    const property = style.slice(Math.max(start, style.lastIndexOf(';', colon) + 1), colon).trim();
    if (READ.has(property))
      declarations.set(
        property,
        style
          .slice(colon + 1, end)
          .replace('!important', '')
          .trim(),
      );
    start = end;
  }
  return declarations;
}
