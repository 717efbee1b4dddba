import ts from 'typescript';
import type { CatalogEntry } from '../../../../runtime/catalog/catalog.ts';
import { isRecord } from '../../../../runtime/value/value.ts';

/** What TypeScript's own parser says against a text. */
export function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.map(({ messageText }) => `${ts.flattenDiagnosticMessageText(messageText, ' ')} in ${text}`);
}

/** The arguments, properties, values and required marks of a schema that its signature does not show. */
export function isComplete(signature: string, { inputSchema }: Pick<CatalogEntry, 'inputSchema'>): string[] {
  const source = ts.createSourceFile('signature.ts', signature, ts.ScriptTarget.ESNext, true);
  const properties: string[] = [];
  const values: unknown[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) {
      const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText(source);
      properties.push(node.questionToken === undefined ? name : `${name}?`);
    }
    if (ts.isTypeReferenceNode(node) && node.typeName.getText(source) === 'OneOf') {
      const [argument] = node.typeArguments ?? [];
      if (argument !== undefined && ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal))
        values.push(...expand(argument.literal.text));
      return;
    }
    if (ts.isLiteralTypeNode(node)) values.push(JSON.parse(node.getText(source)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  const wanted = contentOf(inputSchema);
  return [
    ...missing(wanted.properties, properties).map((name) => `property ${name}`),
    ...missing(wanted.values, values).map((value) => `value ${JSON.stringify(value)}`),
  ];
}

/** `a b.{c d}` is `a`, `b.c` and `b.d`. */
function expand(list: string): string[] {
  return [...list.matchAll(/([^\s{}]*)\{([^}]*)\}|\S+/g)].flatMap(([word, start, ends]) =>
    ends === undefined ? [word] : ends.split(' ').map((end) => `${start}${end}`),
  );
}

/** As many of each, since one name may be required here and not there. */
function missing<T>(wanted: readonly T[], shown: readonly T[]): T[] {
  const left = [...shown];
  return wanted.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

interface Content {
  readonly properties: string[];
  readonly values: unknown[];
}

function contentOf(schema: unknown, content: Content = { properties: [], values: [] }): Content {
  if (Array.isArray(schema)) for (const part of schema) contentOf(part, content);
  if (!isRecord(schema)) return content;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  if (Array.isArray(schema.enum)) content.values.push(...schema.enum);
  if ('const' in schema) content.values.push(schema.const);
  for (const [name, property] of Object.entries(isRecord(schema.properties) ? schema.properties : {})) {
    content.properties.push(required.has(name) ? name : `${name}?`);
    contentOf(property, content);
  }
  for (const part of Object.values(isRecord(schema.$defs) ? schema.$defs : {})) contentOf(part, content);
  for (const keyword of ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'] as const)
    contentOf(schema[keyword], content);
  return content;
}
