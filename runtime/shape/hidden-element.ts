/** The part of a DOM element that this file reads. */
export interface Styled {
  readonly parentElement: Styled | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
}

/**
 * True for an element that a person does not see by its own attributes: `hidden`, or a style that takes it out of the
 * page, makes it as small as nothing, or writes in the colour of what lies behind it.
 */
export function isHidden(element: Styled): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = styleOf(element);
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
    (is('overflow', /^hidden/) && ['height', 'max-height', 'width', 'max-width'].some((size) => is(size, NOTHING))) ||
    isCamouflaged(element, style)
  );
}

const NOTHING = /^\+?(?:0+(?:\.0+)?|\.0+)(?:px|pt|em|rem|%|vh|vw)?$/;
/** Up to 2 pixels, a twentieth of the usual size, or nothing. */
const TINY = /^\+?(?:[01]?(?:\.\d+)?(?:px|pt)|0*(?:\.0\d*)?(?:em|rem|vh|vw)|[0-5]?(?:\.\d+)?%|0+(?:\.0+)?)$/;
const NO_FONT = /(?:^|\s)0+(?:\.0+)?(?:px|pt|em|rem|%)?(?:\s*\/|\s+[a-z"'])/;
const FAR = /^-\d{3,}/;

/** Text in the colour of its background; without one, in the white of the page. */
function isCamouflaged(element: Styled, style: ReadonlyMap<string, string>): boolean {
  const color = parseColor(style.get('color') ?? element.getAttribute('color')?.toLowerCase().trim() ?? '');
  if (color === undefined) return false;
  if (color === 'transparent') return true;
  const behind = backgroundOf(element);
  return behind !== undefined && distance(color, behind) <= 12;
}

type Color = readonly [red: number, green: number, blue: number];
const WHITE: Color = [255, 255, 255];

/** `undefined` for a picture or a gradient, on which any colour may be seen. */
function backgroundOf(element: Styled | null): Color | undefined {
  for (let at = element; at !== null; at = at.parentElement) {
    const style = styleOf(at);
    const text =
      style.get('background-color') ??
      style.get('background') ??
      at.getAttribute('bgcolor')?.toLowerCase().trim() ??
      '';
    if (/url\(|gradient/.test(text) || style.has('background-image')) return undefined;
    const color = text === '' ? 'transparent' : firstColor(text);
    if (color !== 'transparent') return color;
  }
  return WHITE;
}

/** A shorthand names its colour among other things; one that is not understood could be any. */
function firstColor(text: string): Color | 'transparent' | undefined {
  const parts = text.match(/[a-z]+\([^)]*\)|[^\s]+/g) ?? [];
  return (
    parts.map(parseColor).find((color) => color !== undefined) ??
    (/^(?:none|inherit|initial|unset)$/.test(text) ? 'transparent' : undefined)
  );
}

const NAMED: ReadonlyMap<string, Color> = new Map([
  ['white', WHITE],
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
    if (full.slice(6) === '00') return 'transparent';
    return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Color;
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

/** The declarations of the style attribute, in lower case, the last of each property. */
function styleOf(element: Styled): ReadonlyMap<string, string> {
  const text = element.getAttribute('style');
  if (text === null) return EMPTY;
  const declarations = text
    .toLowerCase()
    .replace(/\/\*.*?\*\//gs, '')
    .split(';');
  return new Map(
    declarations.map((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return [property.trim(), value.join(':').replace('!important', '').trim()] as const;
    }),
  );
}

const EMPTY: ReadonlyMap<string, string> = new Map();
