import type { Route } from '../http/route.ts';
import { Segment, SegmentInput } from '../model/segment.ts';
import {
  SegmentCount,
  SegmentCountQuery,
  SegmentDeletion,
  SegmentDetail,
  SegmentEdit,
  SegmentList,
} from './segments.ts';

export const segmentRoutes = {
  listSegments: {
    operation: 'listSegments',
    method: 'GET',
    path: '/segments',
    summary: 'The saved segments',
    may: 'look',
    answers: { status: 200, schema: SegmentList },
  },
  createSegment: {
    operation: 'createSegment',
    method: 'POST',
    path: '/segments',
    summary: 'Save a segment: a list, conditions, or both, under a name',
    may: 'prepare',
    idempotent: true,
    body: SegmentInput,
    answers: { status: 201, schema: Segment },
  },
  getSegment: {
    operation: 'getSegment',
    method: 'GET',
    path: '/segments/{id}',
    summary: 'A segment, and the campaigns that name it',
    may: 'look',
    answers: { status: 200, schema: SegmentDetail },
  },
  editSegment: {
    operation: 'editSegment',
    method: 'PUT',
    path: '/segments/{id}',
    summary: 'Change a segment; runs that are prepared from then on go by it, and a series that asks nobody asks',
    may: 'prepare',
    body: SegmentEdit,
    answers: { status: 200, schema: Segment },
  },
  deleteSegment: {
    operation: 'deleteSegment',
    method: 'DELETE',
    path: '/segments/{id}',
    summary: 'Delete a segment; what was frozen by it is sent all the same, and no other run can be prepared by it',
    may: 'prepare',
    query: SegmentDeletion,
    answers: { status: 200, schema: SegmentDetail },
  },
  countSegment: {
    operation: 'countSegment',
    method: 'GET',
    path: '/segments/{id}/count',
    summary: 'How many profiles a segment means now, page by page, and some of them',
    may: 'look',
    query: SegmentCountQuery,
    answers: { status: 200, schema: SegmentCount },
  },
} as const satisfies Record<string, Route>;
