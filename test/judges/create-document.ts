export { createDocument } from '@mixmark-io/domino';
