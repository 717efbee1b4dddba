export {
  ApiError as IntercomError,
  type ApiErrorDetails as IntercomErrorDetails,
  type ApiErrorEntry as IntercomFault,
} from '../runtime/http/errors.ts';
export * from '../runtime/index.ts';
export { type ClientOptions, createClient } from './client.ts';
export { REGION_HOSTS, type Region, TOKEN_VARIABLE } from './connection.ts';
export { intercomProfile } from './profile.ts';
