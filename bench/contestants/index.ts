import type { Contestant } from './contestant.ts';
import { floor } from './floor.ts';
import { openapiMcpGenerator } from './openapi-mcp-generator.ts';
import { ours } from './ours.ts';

/** All that take part, the baseline first. */
export const contestants: readonly Contestant[] = [floor, ours, openapiMcpGenerator];
