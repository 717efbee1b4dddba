import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What an editor knows of one file of a consumer's, which stands in no folder. */
export interface Editor {
  /** What it shows for the last place where a text stands. */
  readonly hover: (text: string) => string;
  /** What it offers behind the last place where a text stands. */
  readonly completions: (text: string) => readonly string[];
  /** What it underlines: the line, from 1, and the message. */
  readonly problems: () => readonly string[];
}

/** Opens a file as an editor does, with the strictest settings that a consumer may have. */
export function openEditor(code: string): Editor {
  const name = `${root}consumer.ts`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    customConditions: ['intercom-mcp-toolkit:source'],
    allowImportingTsExtensions: true,
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const read = (path: string) => (path === name ? code : ts.sys.readFile(path));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [name],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === name || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const at = (text: string): number => {
    const position = code.lastIndexOf(text);
    if (position === -1) throw new Error(`${text} stands nowhere`);
    return position;
  };
  return {
    hover: (text) => {
      const { displayParts, documentation } = service.getQuickInfoAtPosition(name, at(text)) ?? {};
      return [displayParts, documentation].map((parts) => ts.displayPartsToString(parts)).join('\n');
    },
    completions: (text) => {
      const { entries = [] } = service.getCompletionsAtPosition(name, at(text) + text.length, undefined) ?? {};
      return entries.map((entry) => entry.name.replace(/^["']|["']$/g, ''));
    },
    problems: () =>
      service.getSemanticDiagnostics(name).map(({ start = 0, messageText }) => {
        const line = code.slice(0, start).split('\n').length;
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
  };
}
