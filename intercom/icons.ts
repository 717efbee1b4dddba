import type { Icon } from '../runtime/profile/identity.ts';

/** A speech bubble with a plug's two pins in it, in one colour. */
function draw(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round"><path d="M3 4h18v13h-8l-5 4v-4H3zM9 8v5m6-5v5"/></svg>`;
}

function icon(theme: Icon['theme'], colour: string): Icon {
  return { src: `data:image/svg+xml;base64,${btoa(draw(colour))}`, mimeType: 'image/svg+xml', sizes: ['any'], theme };
}

/** The picture of Intercom's servers, for light and for dark backgrounds. */
export const icons: readonly Icon[] = [icon('light', '#1f2937'), icon('dark', '#f3f4f6')];
