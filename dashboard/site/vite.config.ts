import { defineConfig } from 'vite';

const OUT = `${import.meta.dirname}/../../dist/catalog-site`;

/** What `intercom-mcp catalog` works with: the pages as a module for Node, and the script and the sheet of the site. */
export default defineConfig({
  root: import.meta.dirname,
  builder: {},
  environments: {
    client: {
      build: {
        outDir: `${OUT}/assets`,
        emptyOutDir: true,
        target: 'es2022',
        // No module: a browser loads none from a file.
        lib: {
          entry: 'browser.ts',
          formats: ['iife'],
          name: 'site',
          fileName: () => 'catalog.js',
          cssFileName: 'catalog',
        },
      },
    },
    ssr: {
      resolve: { noExternal: true },
      build: {
        outDir: `${OUT}/render`,
        emptyOutDir: true,
        ssr: 'render-site.tsx',
        rollupOptions: { output: { entryFileNames: 'render-site.js' } },
      },
    },
  },
});
