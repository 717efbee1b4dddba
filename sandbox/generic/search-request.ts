import type { Call } from '../http/call.ts';
import { Fault } from '../http/fault.ts';
import {
  compileSearch,
  compileSort,
  type RowOrder,
  type RowTest,
  type SearchContext,
  SearchFault,
  type SearchTable,
} from '../search/index.ts';

/** The test that rows are found by in a search; throws a Fault for a query that Intercom refuses. */
export function testIn(call: Call, attributeType?: SearchContext['attributeType']): RowTest {
  const { timezone } = call.workspace;
  return refusing(() =>
    compileSearch(tableOf(call), call.body.query, { timezone, ...(attributeType && { attributeType }) }),
  );
}

/** The order of what a search finds; throws a Fault for one that Intercom refuses. */
export function orderIn(call: Call): RowOrder {
  return refusing(() => compileSort(call.body.sort, tableOf(call)));
}

// Written by the generator, whose tests hold its shape.
function tableOf({ operation }: Call): SearchTable {
  return operation.search as unknown as SearchTable;
}

function refusing<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof SearchFault) throw new Fault(error.status, error.message, { code: error.code });
    throw error;
  }
}
