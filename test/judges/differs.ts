import jsonSchemaDiff from 'json-schema-diff';

export { apiCompare } from 'api-smart-diff';

/** The values that a JSON Schema takes and another does not, by sets; it knows types, bounds and objects, but no enums and patterns. */
export const { diffSchemas } = jsonSchemaDiff;
