import * as z from 'zod';
import type { ResponseKind, Tool } from '../../../runtime/tool/tool.ts';
import { getThing } from '../../support/sample-tools.ts';

const noInput = z.strictObject({});

/** A tool without arguments whose answer is of this kind. */
export function answering(response: ResponseKind): Tool {
  return { ...getThing, name: 'answer', input: noInput, response, request: () => ({ path: '/answer' }) };
}
