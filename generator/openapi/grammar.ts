/** A kind of object in a description, by the name that the specification has for it. */
export type Kind =
  | 'document'
  | 'info'
  | 'server'
  | 'variable'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'header'
  | 'securityScheme'
  | 'flows'
  | 'flow'
  | 'tag'
  | 'schema'
  | 'discriminator'
  | 'swagger'
  | 'swaggerPathItem'
  | 'swaggerOperation'
  | 'swaggerParameter'
  | 'swaggerResponse'
  | 'swaggerHeader'
  | 'swaggerScheme'
  | 'swaggerItems';

/** A value that holds no other object: `list` is of anything, `bound` is a number or a flag, `scopes` a map of texts or of lists of texts. */
export type Plain = 'text' | 'flag' | 'number' | 'bound' | 'list' | 'texts' | 'type' | 'scopes' | 'required';

const PLAIN: readonly string[] = ['text', 'flag', 'number', 'bound', 'list', 'texts', 'type', 'scopes', 'required'];

/** Whether a shape is a plain value. */
export function isPlain(shape: Shape): shape is Plain {
  return PLAIN.includes(shape);
}

/** What stands at a key: a plain value, an object, a list of objects, or a map of objects whose keys are names. */
export type Shape = Plain | Kind | `${Kind | 'scopes'}[]` | `{${Kind}}`;

/** The kind of a list's items or of a map's values, and which of the two it is. */
export interface Many {
  readonly many: 'list' | 'map';
  readonly of: Kind | 'scopes';
}

/** What a shape of several objects is made of; undefined for one object or a plain value. */
export function manyOf(shape: Shape): Many | undefined {
  const known = MANY.get(shape);
  if (known !== undefined) return known;
  const of = /^\{(\w+)\}$/.exec(shape)?.[1] ?? /^(\w+)\[\]$/.exec(shape)?.[1];
  if (of === undefined) return undefined;
  // The names in brackets are those of kinds.
  const many: Many = { many: shape.startsWith('{') ? 'map' : 'list', of: of as Many['of'] };
  MANY.set(shape, many);
  return many;
}

const MANY = new Map<Shape, Many>();

/** Keys by what stands at them, separated by spaces. */
type Keys = Partial<Record<Shape, string>>;

const METHODS = 'get put post delete options head patch trace query';
const BOUNDS: Keys = {
  number: 'minimum maximum multipleOf minLength maxLength minItems maxItems minProperties maxProperties',
  bound: 'exclusiveMinimum exclusiveMaximum',
};
const VALUE: Keys = {
  text: 'description style',
  flag: 'required deprecated allowEmptyValue explode allowReserved',
  schema: 'schema',
  '{mediaType}': 'content',
};
const OPERATION: Keys = {
  text: 'summary description operationId',
  texts: 'tags',
  flag: 'deprecated',
  'scopes[]': 'security',
};
const ITEMS: Keys = {
  ...BOUNDS,
  text: 'format pattern collectionFormat',
  type: 'type',
  list: 'enum',
  swaggerItems: 'items',
};

/** What stands where: the keys that the generator reads, or hands on to libraries. Others stay as they are. */
const KEYS = {
  document: {
    ...{ info: 'info', 'server[]': 'servers', '{pathItem}': 'paths webhooks', components: 'components' },
    ...{ 'scopes[]': 'security', 'tag[]': 'tags' },
  },
  info: { text: 'title version summary description' },
  server: { text: 'url name description', '{variable}': 'variables' },
  variable: { text: 'default description', texts: 'enum' },
  components: {
    ...{ '{schema}': 'schemas', '{response}': 'responses', '{parameter}': 'parameters', '{header}': 'headers' },
    ...{ '{requestBody}': 'requestBodies', '{securityScheme}': 'securitySchemes', '{pathItem}': 'pathItems' },
    '{mediaType}': 'mediaTypes',
  },
  pathItem: {
    ...{ text: 'summary description', 'server[]': 'servers', 'parameter[]': 'parameters', operation: METHODS },
    '{operation}': 'additionalOperations',
  },
  operation: {
    ...OPERATION,
    ...{ 'parameter[]': 'parameters', requestBody: 'requestBody', '{response}': 'responses', 'server[]': 'servers' },
  },
  parameter: { ...VALUE, text: 'name in description style' },
  requestBody: { text: 'description', '{mediaType}': 'content', flag: 'required' },
  mediaType: { schema: 'schema itemSchema', '{encoding}': 'encoding' },
  encoding: { text: 'contentType style', '{header}': 'headers', flag: 'explode allowReserved' },
  response: { text: 'summary description', '{header}': 'headers', '{mediaType}': 'content' },
  header: VALUE,
  securityScheme: { text: 'type description name in scheme bearerFormat openIdConnectUrl', flows: 'flows' },
  flows: { flow: 'implicit password clientCredentials authorizationCode deviceAuthorization' },
  flow: { text: 'authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl', scopes: 'scopes' },
  tag: { text: 'name summary description parent kind' },
  schema: {
    ...BOUNDS,
    ...{ text: 'title description format pattern contentMediaType contentEncoding', type: 'type', list: 'enum' },
    ...{ required: 'required', flag: 'nullable readOnly writeOnly deprecated uniqueItems' },
    ...{ '{schema}': 'properties patternProperties dependentSchemas $defs definitions' },
    ...{ 'schema[]': 'allOf anyOf oneOf prefixItems', discriminator: 'discriminator' },
    schema:
      'items additionalProperties unevaluatedProperties unevaluatedItems contains propertyNames not contentSchema if then else',
  },
  discriminator: { text: 'propertyName defaultMapping', scopes: 'mapping' },
  swagger: {
    ...{ info: 'info', text: 'host basePath', texts: 'schemes consumes produces', '{swaggerPathItem}': 'paths' },
    ...{ '{schema}': 'definitions', '{swaggerParameter}': 'parameters', '{swaggerResponse}': 'responses' },
    ...{ '{swaggerScheme}': 'securityDefinitions', 'scopes[]': 'security', 'tag[]': 'tags' },
  },
  swaggerPathItem: { 'swaggerParameter[]': 'parameters', swaggerOperation: METHODS },
  swaggerOperation: {
    ...OPERATION,
    ...{ texts: 'tags consumes produces schemes', 'swaggerParameter[]': 'parameters' },
    '{swaggerResponse}': 'responses',
  },
  swaggerParameter: {
    ...ITEMS,
    ...{ text: 'name in description format pattern collectionFormat', schema: 'schema' },
    flag: 'required allowEmptyValue uniqueItems',
  },
  swaggerResponse: { text: 'description', schema: 'schema', '{swaggerHeader}': 'headers' },
  swaggerHeader: { ...ITEMS, text: 'description format pattern collectionFormat' },
  swaggerScheme: { text: 'type description name in flow authorizationUrl tokenUrl', scopes: 'scopes' },
  swaggerItems: ITEMS,
} as const satisfies Record<Kind, Keys>;

/** What stands where in a description, by kind and key. */
export const GRAMMAR: Readonly<Record<string, ReadonlyMap<string, Shape>>> = Object.fromEntries(
  Object.entries<Keys>(KEYS).map(([kind, keys]) => [kind, byKey(keys)]),
);

function byKey(keys: Keys): ReadonlyMap<string, Shape> {
  // The keys of a literal are those of its type.
  const shapes = Object.keys(keys) as Shape[];
  return new Map(shapes.flatMap((shape) => (keys[shape] ?? '').split(' ').map((key) => [key, shape] as const)));
}

/** The map of `components`, or of a Swagger 2 document, that things of a kind stand in; no other may be a reference. */
export const COMPONENTS: Readonly<Partial<Record<Kind, string>>> = {
  ...{ schema: 'schemas', response: 'responses', parameter: 'parameters', requestBody: 'requestBodies' },
  ...{ header: 'headers', securityScheme: 'securitySchemes', pathItem: 'pathItems', mediaType: 'mediaTypes' },
  ...{ swaggerParameter: 'parameters', swaggerResponse: 'responses', swaggerPathItem: 'paths' },
};
