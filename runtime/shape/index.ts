export { decodePartsCursor } from './parts-cursor.ts';
export { pickFields } from './pick-fields.ts';
export { LIMIT_CHARACTERS, shapeResult } from './shape-result.ts';
export type { ShapedTool, ShapeOptions } from './shaping.ts';
