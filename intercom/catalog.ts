import { generated } from '../generated/intercom/api.ts';
import { intercomApi } from './intercom-api.ts';

export { instructions } from './instructions.ts';

/** All that a server of Intercom's tools is made of but a client: `createMcpServer({ ...intercom, client })`. */
export const intercom = intercomApi(generated);

export const {
  /** All of Intercom's tools as a model lists them, sorted by name, without their modules. */
  catalog,
  /** Loads one of Intercom's tools by name, with its resource's module alone; undefined for a name that no tool has. */
  loadTool,
} = intercom;
