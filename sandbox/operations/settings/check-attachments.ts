import { isRecord } from '../../contract/contract.ts';
import { Fault } from '../../http/fault.ts';

const NEEDED: Readonly<Record<string, readonly string[]>> = { url: ['url'], file: ['name', 'content_type', 'data'] };

/** Throws a Fault for an attachment that lacks what its type needs. */
export function checkAttachments(attachments: unknown): void {
  if (!Array.isArray(attachments)) return;
  for (const [index, attachment] of attachments.entries()) {
    if (!isRecord(attachment)) continue;
    const missing = NEEDED[String(attachment.type)]?.find((key) => (attachment[key] ?? '') === '');
    if (missing === undefined) continue;
    const field = `attachments.${index}.${missing}`;
    throw new Fault(400, `${field} is required`, { code: 'parameter_invalid', field });
  }
}
