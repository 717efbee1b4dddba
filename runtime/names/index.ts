export { labelAnswer } from './label-answer.ts';
export { openNames } from './names.ts';
export { resolveArguments } from './resolve-arguments.ts';
export { sayNames } from './say-names.ts';
