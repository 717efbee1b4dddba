/** This package's version, as in its package.json; the toolkit works with its own version only. */
export const generatorVersion = '0.1.0';
