import dockerfileUtils from 'dockerfile-utils';

export { parser as promqlParser } from '@prometheus-io/lezer-promql';
export { DCLinter } from 'dclint';
export { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

/** What the linter of Dockerfiles finds in a text. */
export const validateDockerfile = dockerfileUtils.validate;
