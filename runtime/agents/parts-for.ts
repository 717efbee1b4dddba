import type { Content } from '../content/content.ts';
import type { ToolAnswer } from '../mcp/call-for-model.ts';

/** A file of an answer; `data` is base64. */
export interface AnswerFile {
  readonly kind: 'image' | 'audio' | 'file';
  readonly mimeType: string;
  readonly data: string;
}

/** What the parts of an answer become at a model's API. */
export interface PartForms<Part> {
  readonly text: (text: string) => Part;
  /** Undefined for a file that the API does not take: the model is told of it then. */
  readonly file: (file: AnswerFile) => Part | undefined;
  /** A text that came as a file; as any other text unless given. */
  readonly document?: (text: string) => Part;
}

/** The parts of an answer as a model's API takes them. */
export function partsFor<Part>({ content }: Pick<ToolAnswer, 'content'>, forms: PartForms<Part>): Part[] {
  // The text before a link holds its address.
  return content.flatMap((part) => (part.type === 'resource_link' ? [] : [partFor(part, forms)]));
}

/** An answer as one text, for APIs that take nothing else. */
export function textFor(answer: Pick<ToolAnswer, 'content'>): string {
  return partsFor(answer, { text: (text) => text, file: () => undefined }).join('\n');
}

function partFor<Part>(
  part: Exclude<Content, { type: 'resource_link' }>,
  { text, file, document = text }: PartForms<Part>,
): Part {
  if (part.type === 'text') return text(part.text);
  const found = fileOf(part);
  if (typeof found === 'string') return document(found);
  return file(found) ?? text(`The file (${found.mimeType}) cannot be shown here: tell the user where it is instead.`);
}

/** A file of an answer, or its text. */
function fileOf(part: Extract<Content, { type: 'resource' | 'image' | 'audio' }>): AnswerFile | string {
  if (part.type !== 'resource') return { kind: part.type, mimeType: part.mimeType, data: part.data };
  const { resource } = part;
  if ('text' in resource) return resource.text;
  return { kind: 'file', mimeType: resource.mimeType ?? 'application/octet-stream', data: resource.blob };
}
