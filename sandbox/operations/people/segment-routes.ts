import type { Routes } from '../../http/call.ts';
import { existing } from '../../http/fault.ts';
import { segments } from '../../model/people.ts';
import { page } from '../../paging/page.ts';
import { renderCounted, renderSegment } from './render-segment.ts';

/** Segments, whose members nobody can set. */
export const segmentRoutes: Routes = {
  'GET /segments': (call) =>
    page(call, segments(call.workspace).all(), (segment) =>
      call.query.include_count === true ? renderCounted(call, segment) : renderSegment(segment),
    ),
  'GET /segments/{segment_id}': ({ workspace, params }) =>
    renderSegment(existing(segments(workspace).get(params.segment_id), 'Segment')),
};
