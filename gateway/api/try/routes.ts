import { createRoute } from '@hono/zod-openapi';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { toolTried, toolTry } from './schemas.ts';

/** `POST /integrated-account/{id}/try` */
export const tryTool = createRoute({
  tags: ['Integrated accounts'],
  security: ADMIN_ONLY,
  method: 'post',
  path: '/integrated-account/{id}/try',
  summary: 'Try a tool that reads',
  description:
    "Calls it once in the account, and shows what a model gets beside the API's answer. Counts for the limit of the account; has a line in the audit log, and none in the counters.",
  request: { params: accountParams, body: jsonBody(toolTry) },
  responses: { 200: json(toolTried, 'What the call came to.'), ...refusals(...BODY_REFUSALS, 404) },
});
