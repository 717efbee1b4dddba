import type { Content } from '../content/content.ts';
import type { ToolAnswer } from '../mcp/call-for-model.ts';

/** Pictures that the models of all vendors see. */
const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const;

/** The media type of such a picture. */
export type ImageType = (typeof IMAGE_TYPES)[number];

/** What the parts of an answer become at a model's API; `data` is base64. Of other files a model is told that they are there. */
export interface PartForms<Part> {
  readonly text: (text: string) => Part;
  readonly image: (image: { readonly mimeType: ImageType; readonly data: string }) => Part;
  readonly pdf: (data: string) => Part;
  /** A text that came as a file; as any other text unless given. */
  readonly document?: (text: string) => Part;
}

/** The parts of an answer as a model's API takes them. */
export function partsFor<Part>({ content }: Pick<ToolAnswer, 'content'>, forms: PartForms<Part>): Part[] {
  // The text before a link holds its address.
  return content.flatMap((part) => (part.type === 'resource_link' ? [] : [partFor(part, forms)]));
}

/** An answer as one text, where it has no file to show; else its parts: not every server of an API takes them. */
export function textOrParts<Part>(answer: Pick<ToolAnswer, 'content'>, forms: PartForms<Part>): string | Part[] {
  const isShown = (part: Content) =>
    part.type !== 'text' && part.type !== 'resource_link' && typeof fileOf(part) !== 'string';
  return answer.content.some(isShown) ? partsFor(answer, forms) : textFor(answer);
}

/** An answer as one text, for APIs that take nothing else. */
export function textFor(answer: Pick<ToolAnswer, 'content'>): string {
  const told = ({ mimeType }: { readonly mimeType: string }) => notShown(mimeType);
  return partsFor(answer, { text: (text) => text, image: told, pdf: () => notShown(PDF) }).join('\n');
}

type FilePart = Extract<Content, { type: 'resource' | 'image' | 'audio' }>;

function partFor<Part>(
  part: Exclude<Content, { type: 'resource_link' }>,
  { text, image, pdf, document = text }: PartForms<Part>,
): Part {
  if (part.type === 'text') return text(part.text);
  const file = fileOf(part);
  if (typeof file === 'string') return document(file);
  const seen = IMAGE_TYPES.find((type) => type === file.mimeType);
  if (seen !== undefined) return image({ mimeType: seen, data: file.data });
  return file.mimeType === PDF ? pdf(file.data) : text(notShown(file.mimeType));
}

const PDF = 'application/pdf';

function notShown(mimeType: string): string {
  return `The file (${mimeType}) cannot be shown here: tell the user how to get it.`;
}

/** A file of an answer, or its text. */
function fileOf(part: FilePart): { readonly mimeType: string; readonly data: string } | string {
  if (part.type !== 'resource') return part;
  const { resource } = part;
  if ('text' in resource) return resource.text;
  return { mimeType: resource.mimeType ?? 'application/octet-stream', data: resource.blob };
}
