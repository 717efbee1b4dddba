import ts from 'typescript';

/**
 * The files, relative to the repository, that do not compile once `from` stands as `to` in one file; nothing is written.
 * Looks into `roots` alone, and throws where the file does not hold `from` or where a root failed before.
 */
export function filesThatFail(
  { file, from, to }: { readonly file: string; readonly from: string; readonly to: string },
  roots: readonly string[],
): string[] {
  const base = ts.sys.getCurrentDirectory();
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: roots }, ts.sys, base);
  const failing = (mutate: (text: string) => string, before?: ts.Program): { program: ts.Program; files: string[] } => {
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version) => {
      const known = before?.getSourceFile(name);
      if (!name.endsWith(`/${file}`)) return known ?? read(name, version);
      return ts.createSourceFile(name, mutate(ts.sys.readFile(name) ?? ''), version, true);
    };
    const program = ts.createProgram({
      rootNames: roots.map((root) => `${base}/${root}`),
      options,
      host,
      ...(before !== undefined && { oldProgram: before }),
    });
    const files = roots.filter((root) => {
      const source = program.getSourceFile(`${base}/${root}`);
      if (source === undefined) throw new Error(`${root} is no file of the program`);
      return program.getSemanticDiagnostics(source).length > 0;
    });
    return { program, files };
  };
  const { program, files: failed } = failing((text) => {
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    return text;
  });
  if (failed.length > 0) throw new Error(`these did not compile before: ${failed.join(', ')}`);
  return failing((text) => text.replace(from, to), program).files;
}
