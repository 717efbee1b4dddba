// Generated tools as a server has them: node serve-child.ts FOLDER answers JSON in its last line.
import { listTools } from './list-tools.ts';
import { loadApi } from './load-api.ts';

const [folder = ''] = process.argv.slice(2);
const api = await loadApi(folder);
console.log(JSON.stringify(await listTools(api)));
