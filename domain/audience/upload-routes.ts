import type { Route } from '../http/route.ts';
import {
  ImportJobs,
  ImportJobView,
  ImportUpload,
  RejectionPage,
  RejectionQuery,
  RejectionRow,
  StartQuery,
  UploadRequest,
} from './upload-api.ts';

/** Imports of files of any size: uploaded in parts, then read and written by a job. */
export const uploadRoutes = {
  beginUpload: {
    operation: 'beginUpload',
    method: 'POST',
    path: '/profiles/imports/uploads',
    summary: 'Begin the upload of a file of profiles; says where its parts go',
    may: 'prepare',
    body: UploadRequest,
    answers: { status: 201, schema: ImportUpload },
  },
  getUpload: {
    operation: 'getUpload',
    method: 'GET',
    path: '/profiles/imports/{id}/upload',
    summary: 'Which parts of an upload are missing, and where they go',
    may: 'prepare',
    answers: { status: 200, schema: ImportUpload },
  },
  startImport: {
    operation: 'startImport',
    method: 'POST',
    path: '/profiles/imports/{id}/start',
    summary: 'Import an uploaded file; again after a refusal, with what was missing',
    may: 'prepare',
    query: StartQuery,
    answers: { status: 202, schema: ImportJobView },
  },
  getImports: {
    operation: 'getImports',
    method: 'GET',
    path: '/profiles/imports',
    summary: 'The latest imports of uploaded files',
    may: 'look',
    answers: { status: 200, schema: ImportJobs },
  },
  getImport: {
    operation: 'getImport',
    method: 'GET',
    path: '/profiles/imports/{id}',
    summary: 'How far an import is, and what came of it',
    may: 'look',
    answers: { status: 200, schema: ImportJobView },
  },
  getRejections: {
    operation: 'getRejections',
    method: 'GET',
    path: '/profiles/imports/{id}/rejections',
    summary: 'The rejected rows of an import, with what stands in them, for a week',
    may: 'prepare',
    query: RejectionQuery,
    answers: { status: 200, schema: RejectionPage, csv: RejectionRow },
  },
  cancelImport: {
    operation: 'cancelImport',
    method: 'POST',
    path: '/profiles/imports/{id}/cancel',
    summary: 'Cancel an import that does not count yet; the list stays what it was',
    may: 'prepare',
    answers: { status: 200, schema: ImportJobView },
  },
} as const satisfies Record<string, Route>;
