import { intercomProfile } from '../../intercom/profile.ts';
import { type ShapedTool, type ShapeOptions, shapeResult as shape } from '../../runtime/shape/index.ts';

/** Shapes an answer of Intercom's. */
export function shapeResult(tool: ShapedTool, output: unknown, options: Omit<ShapeOptions, 'profile'> = {}) {
  return shape(tool, output, { profile: intercomProfile, ...options });
}
