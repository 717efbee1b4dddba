import ts from 'typescript';

/** The names that hold a value at run time, by what a declaration file says. */
export function declaredValues(files: readonly string[]): Map<string, string[]> {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ESNext, types: [], skipLibCheck: true };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const isValue = (symbol: ts.Symbol): boolean => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (meant.flags & ts.SymbolFlags.Value) !== 0 && !isTypeOnly(symbol);
  };
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(file);
      const module = source && checker.getSymbolAtLocation(source);
      if (module === undefined) throw new Error(`${file} is no module.`);
      const names = checker
        .getExportsOfModule(module)
        .filter(isValue)
        .map(({ name }) => name);
      return [file, names.sort()];
    }),
  );
}

// `export type { A }` and `export { type A }` of a class give its type alone.
function isTypeOnly(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (declaration) => ts.isExportSpecifier(declaration) && ts.isTypeOnlyExportDeclaration(declaration),
  );
}
