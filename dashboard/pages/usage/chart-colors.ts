import { useEffect, useState } from 'preact/hooks';
import type { ChartColor } from './usage-series.ts';

/** The colours of the page as a canvas takes them. */
export type PageColors = Readonly<Record<ChartColor | 'surface' | 'line' | 'text' | 'text-2', string>>;

const TOKENS: readonly (keyof PageColors)[] = [
  ...(['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6', 'chart-7', 'chart-8', 'chart-rest'] as const),
  ...(['surface', 'line', 'text', 'text-2'] as const),
];

/** The colours of the tokens, also once the theme is another one: that of the page or of the system. */
export function usePageColors(): PageColors {
  const [colors, setColors] = useState(readColors);
  useEffect(() => {
    const read = (): void => setColors(readColors());
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      theme.disconnect();
      dark.removeEventListener('change', read);
    };
  }, []);
  return colors;
}

/** A token holds a colour for either theme: an element shows which one it comes to. */
function readColors(): PageColors {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = TOKENS.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color];
  });
  probe.remove();
  // One of each token.
  return Object.fromEntries(read) as PageColors;
}
