import { defineConfig } from 'vite';

/** Where a gateway listens while pages are worked on: `npx vite dashboard` shows them over it. */
const GATEWAY = 'http://127.0.0.1:4020';

export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  build: {
    outDir: `${import.meta.dirname}/../dist/dashboard`,
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the pages allows no data: addresses but of images, and no script that is not a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '^/(?!dashboard)': { target: GATEWAY, headers: { origin: GATEWAY } } } },
});
