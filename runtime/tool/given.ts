/** The object of a body that may be left out, with what always goes along; undefined where nothing of it is given. */
export function given(body: object, along: object = {}): object | undefined {
  return Object.values(body).some((value) => value !== undefined) ? { ...along, ...body } : undefined;
}
