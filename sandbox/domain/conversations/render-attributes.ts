import type { Json } from '../../contract/contract.ts';

/** Custom attributes as the API answers them, where a list of ids stands for custom objects. */
export function renderAttributes(attributes: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, Array.isArray(value) ? instances(name, value) : value]),
  );
}

function instances(type: string, ids: readonly unknown[]): Json {
  return {
    type: `${type}.list`,
    instances: ids.map((id) => ({ type, id: String(id), external_id: String(id), custom_attributes: {} })),
  };
}
