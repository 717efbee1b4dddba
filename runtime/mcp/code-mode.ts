export type { AnswerTypes } from '../catalog/answer-types.ts';
export type { Box, BoxedProgram, BoxFailure, BoxLimits, BoxOutcome, FailedProgram } from '../code/box/box.ts';
export { createInProcessBox } from '../code/box/in-process-box.ts';
export type { CallLimits } from '../code/calls.ts';
export { CODE_LIMITS, type CodeOptions, type CodeToolbox, createCode } from './code.ts';
export { type CodeTool, type CodeToolOptions, createCodeTool, type ModelAnswer, type ModelTool } from './code-tool.ts';
export type { CodeLimits } from './run-program-call.ts';
