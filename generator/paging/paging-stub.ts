import { stringify } from 'yaml';
import { isRecord, type Json } from '../json/json-schema.ts';
import { oneLine } from '../text/one-line.ts';
import { operationTarget } from '../text/operation-target.ts';
import { type FoundPaging, findPaging } from './with-paging.ts';

/**
 * An overlay with the paging of all lists that look as if they paged, to be reviewed: what speaks for each stands above it,
 * and what is not certain is commented out. Undefined where there is none.
 */
export function pagingStub(document: Json): string | undefined {
  const found = findPaging(document);
  if (found.length === 0) return undefined;
  const info = isRecord(document.info) ? document.info : {};
  const head = {
    overlay: '1.0.0',
    info: { title: `Paging: ${oneLine(String(info.title ?? '')).slice(0, LONGEST_REASON)}`.trim(), version: '1.0.0' },
  };
  const isLive = found.some(({ certainty }) => certainty === 'certain');
  return [
    stringify(head, { lineWidth: 0, blockQuote: false }),
    `# How lists page, by the looks of their parameters and answers. Take away the # of what is right, and what is wrong.\n`,
    isLive ? 'actions:\n' : 'actions: []\n',
    ...found.map((each) => actionText(each)),
  ].join('');
}

/** Characters of a reason, which quotes a vendor's names. */
const LONGEST_REASON = 400;

function actionText({ path, pagination, certainty, reasons }: FoundPaging): string {
  const target = operationTarget(path, 'get');
  const update = { 'x-mcp': { pagination } };
  const action = stringify([{ target, update }], { lineWidth: 0, blockQuote: false }).trimEnd();
  const isOff = certainty !== 'certain';
  const lines = action.split('\n').map((line) => (isOff ? `  # ${line}` : `  ${line}`));
  return `  # ${certainty}: ${oneLine(reasons.join('; ')).slice(0, LONGEST_REASON)}\n${lines.join('\n')}\n`;
}
