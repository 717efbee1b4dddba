import { codemode } from './codemode.ts';
import type { Contestant } from './contestant.ts';
import { floor } from './floor.ts';
import { ivotoby } from './ivotoby.ts';
import { kubb } from './kubb.ts';
import { openapiMcpGenerator } from './openapi-mcp-generator.ts';
import { orval } from './orval.ts';
import { ours } from './ours.ts';

/** All that take part, the baseline first. */
export const contestants: readonly Contestant[] = [floor, ours, openapiMcpGenerator, ivotoby, kubb, orval, codemode];
