import { createRoute } from '@hono/zod-openapi';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { accountParams } from '../openapi/fields.ts';
import { accountChange, accountCreate, accountPage, accountQuery, integratedAccount } from './schemas.ts';

const common = { tags: ['Integrated accounts'], security: ADMIN_ONLY };

/** `POST /integrated-account` */
export const createAccount = createRoute({
  ...common,
  method: 'post',
  path: '/integrated-account',
  summary: 'Connect an account of an API',
  description:
    'Tries the credential where the API can say whose it is, and stores it encrypted. The answer never holds it.',
  request: { body: jsonBody(accountCreate) },
  responses: { 201: json(integratedAccount, 'The new account.'), ...refusals(...BODY_REFUSALS, 502) },
});

/** `GET /integrated-account` */
export const listAccounts = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account',
  summary: 'List the connected accounts',
  description: 'Newest first.',
  request: { query: accountQuery },
  responses: { 200: json(accountPage, 'A page of accounts.'), ...refusals(400, 401) },
});

/** `GET /integrated-account/{id}` */
export const getAccount = createRoute({
  ...common,
  method: 'get',
  path: '/integrated-account/{id}',
  summary: 'Read one connected account',
  description: 'Its status says whether its API still accepts its credential.',
  request: { params: accountParams },
  responses: { 200: json(integratedAccount, 'The account.'), ...refusals(401, 404) },
});

/** `PATCH /integrated-account/{id}` */
export const changeAccount = createRoute({
  ...common,
  method: 'patch',
  path: '/integrated-account/{id}',
  summary: 'Change a connected account',
  description:
    'What is left out stays. Another credential, region, version or address is tried first, and has to lead to the same account.',
  request: { params: accountParams, body: jsonBody(accountChange) },
  responses: { 200: json(integratedAccount, 'The account as it is now.'), ...refusals(...BODY_REFUSALS, 404, 502) },
});

/** `DELETE /integrated-account/{id}` */
export const removeAccount = createRoute({
  ...common,
  method: 'delete',
  path: '/integrated-account/{id}',
  summary: 'Disconnect an account',
  description:
    'Deletes its credential, its MCP servers and the API tokens for it alone. The URLs of its servers answer 410.',
  request: { params: accountParams },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404) },
});
