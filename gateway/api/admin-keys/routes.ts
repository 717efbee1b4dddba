import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, BODY_REFUSALS, json, jsonBody, refusals } from '../openapi/answers.ts';
import { pageQuery } from '../openapi/page.ts';
import { adminKey, adminKeyCreate, adminKeyPage, adminKeyWithKey } from './schemas.ts';

const common = { tags: ['Admin keys'], security: ADMIN_ONLY };

const params = z.strictObject({ id: z.string().openapi({ description: 'Id of the admin key.' }) });

/** `POST /admin-key` */
export const createAdminKey = createRoute({
  ...common,
  method: 'post',
  path: '/admin-key',
  summary: 'Create an admin key',
  description: 'A key of this API, with a name for the audit log and a role. The key is answered this one time.',
  request: { body: jsonBody(adminKeyCreate) },
  responses: { 201: json(adminKeyWithKey, 'The new admin key.'), ...refusals(...BODY_REFUSALS, 409) },
});

/** `GET /admin-key` */
export const listAdminKeys = createRoute({
  ...common,
  method: 'get',
  path: '/admin-key',
  summary: 'List the admin keys',
  description: 'Newest first. Keys whose time is over are left out, and so is that of the environment.',
  request: { query: pageQuery },
  responses: { 200: json(adminKeyPage, 'A page of admin keys.'), ...refusals(400, 401) },
});

/** `GET /admin-key/{id}` */
export const getAdminKey = createRoute({
  ...common,
  method: 'get',
  path: '/admin-key/{id}',
  summary: 'Read one admin key',
  description: 'Without its secret, which the gateway does not know.',
  request: { params },
  responses: { 200: json(adminKey, 'The admin key.'), ...refusals(401, 404) },
});

/** `DELETE /admin-key/{id}` */
export const removeAdminKey = createRoute({
  ...common,
  method: 'delete',
  path: '/admin-key/{id}',
  summary: 'Revoke an admin key',
  description: 'It ends in every process within half a second. The last key of the role `admin` stays.',
  request: { params },
  responses: { 204: { description: 'It is gone.' }, ...refusals(401, 404, 409) },
});
