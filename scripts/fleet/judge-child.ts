// Requests of generated tools, judged: node judge-child.ts FOLDER SPEC answers JSON in its last line.
import { judgeRequests } from './judge-requests.ts';
import { loadApi } from './load-api.ts';

const [folder = '', spec = ''] = process.argv.slice(2);
console.log(JSON.stringify(await judgeRequests(await loadApi(folder), spec)));
