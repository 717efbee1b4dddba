import { arrayOf, type Json, type JsonObject, objectOf } from '../json/json.ts';
import { byCodeUnit } from '../json/stable-json.ts';

const code = /^[\w.-]{1,64}$/;

/** The distinct error codes, sorted, that the examples of a response show at `errors[].code`. */
export function exampleErrorCodes(response: JsonObject): readonly string[] {
  const bodies = Object.values(objectOf(response.content)).flatMap(exampleBodies);
  const codes = bodies
    .flatMap((body) => arrayOf(objectOf(body).errors))
    .map((error) => objectOf(error).code)
    .filter((value) => typeof value === 'string' && code.test(value));
  return [...new Set(codes)].map(String).sort(byCodeUnit);
}

function exampleBodies(mediaType: Json): Json[] {
  const { example, examples } = objectOf(mediaType);
  const named = Object.values(objectOf(examples)).map((entry) => objectOf(entry).value ?? null);
  return example === undefined ? named : [example, ...named];
}
