export { completeResult } from './complete.ts';
export { decodePartsCursor, encodePartsCursor } from './parts-cursor.ts';
export { readPartsRequest } from './parts-request.ts';
export { pickFields } from './pick-fields.ts';
export { shapeResult } from './shape-result.ts';
export type { ShapedTool, ShapeOptions } from './shaping.ts';
