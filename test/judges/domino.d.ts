// The package's own types declare it by its former name.
declare module '@mixmark-io/domino' {
  const domino: { readonly createDocument: (html: string) => Document };
  export = domino;
}
