import { createRequire } from 'node:module';

/** The program of Stoplight's Prism, which judges requests and answers by a description. */
export const prismProgram = createRequire(import.meta.url).resolve('@stoplight/prism-cli');
