import { createRoute, z } from '@hono/zod-openapi';
import { ADMIN_ONLY, json, jsonBody, OPEN, refusals, SESSION_ONLY } from '../openapi/answers.ts';
import { pageQuery } from '../openapi/page.ts';
import { currentSession, sessionCreate, sessionPage } from './schemas.ts';

const tags = ['Sessions'];

const params = z.strictObject({ id: z.string().openapi({ description: 'Id of the session.' }) });

/** `POST /session` */
export const createSession = createRoute({
  tags,
  security: OPEN,
  method: 'post',
  path: '/session',
  summary: 'Sign in with a browser',
  description:
    'By an admin key, or the code of a sign-in link. The session lasts 12 hours, 2 without a request, and no longer than its key. After 10 failures of one network within 15 minutes even a right key is answered 429.',
  request: { body: jsonBody(sessionCreate) },
  responses: {
    201: { ...json(currentSession, 'The new session.'), headers: setsCookie() },
    ...refusals(400, 401, 413, 415),
  },
});

/** `GET /session/current` */
export const getCurrentSession = createRoute({
  tags,
  security: SESSION_ONLY,
  method: 'get',
  path: '/session/current',
  summary: 'Read the session of this browser',
  description: 'With its CSRF token, so that a page which is loaded anew can go on.',
  responses: { 200: json(currentSession, 'The session.'), ...refusals(401) },
});

/** `DELETE /session/current` */
export const removeCurrentSession = createRoute({
  tags,
  security: SESSION_ONLY,
  method: 'delete',
  path: '/session/current',
  summary: 'Sign out',
  description: 'Ends the session of this browser, and takes its cookie away.',
  responses: { 204: { description: 'It has ended.', headers: setsCookie() }, ...refusals(401) },
});

/** `GET /session` */
export const listSessions = createRoute({
  tags,
  security: ADMIN_ONLY,
  method: 'get',
  path: '/session',
  summary: 'List the sessions',
  description: 'Newest first: all of them for the role `admin`, for others those of their own key.',
  request: { query: pageQuery },
  responses: { 200: json(sessionPage, 'A page of sessions.'), ...refusals(400, 401) },
});

/** `DELETE /session/{id}` */
export const removeSession = createRoute({
  tags,
  security: ADMIN_ONLY,
  method: 'delete',
  path: '/session/{id}',
  summary: 'End a session',
  description: 'It ends in every process within half a second. Roles other than `admin` end those of their own key.',
  request: { params },
  responses: { 204: { description: 'It has ended.' }, ...refusals(401, 404) },
});

function setsCookie() {
  return { 'Set-Cookie': { description: 'The cookie of the session.', schema: { type: 'string' as const } } };
}
