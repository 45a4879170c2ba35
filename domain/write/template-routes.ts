import { SeenVersion } from '../http/seen-version.ts';
import * as z from 'zod';
import { PageQuery, readablePageOf } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { Content, ContentInput } from '../model/campaign.ts';
import { MailTemplate, TemplateInput } from '../model/mail-template.ts';

/** Query of GET /templates: words that the name, the subject or the person has, in whatever letters. */
export const TemplateQuery = PageQuery.extend({ search: z.string().max(100).default('') });

/** GET /templates: by their names. */
export const TemplatePage = readablePageOf(MailTemplate).meta({ id: 'TemplatePage' });
export type TemplatePage = z.infer<typeof TemplatePage>;

/** GET /templates/{id} */
export const TemplateDetail = z.object({ template: MailTemplate, content: Content }).meta({ id: 'TemplateDetail' });
export type TemplateDetail = z.infer<typeof TemplateDetail>;

/** PUT /templates/{id}: `version` is the one that was changed; another one in the store is a conflict. */
export const TemplateEdit = z
  .object({ version: z.int().min(1), name: TemplateInput.shape.name, content: ContentInput.optional() })
  .meta({ id: 'TemplateEdit' });

/** POST /templates/{id}/copy */
export const TemplateCopy = TemplateInput.pick({ name: true }).meta({ id: 'TemplateCopy' });

/** DELETE /templates/{id} */
export const TemplateDeletion = z.object({ version: SeenVersion });

/** Contents that are kept under a name, for campaigns to begin with. */
export const templateRoutes = {
  listTemplates: {
    operation: 'listTemplates',
    method: 'GET',
    path: '/templates',
    summary: 'The templates that people of this stage saved, searched, by their names, without their texts',
    may: 'look',
    query: TemplateQuery,
    answers: { status: 200, schema: TemplatePage },
  },
  createTemplate: {
    operation: 'createTemplate',
    method: 'POST',
    path: '/templates',
    summary: 'Save a content as a template, under a name that no other one has',
    may: 'prepare',
    idempotent: true,
    body: TemplateInput,
    answers: { status: 201, schema: MailTemplate },
  },
  getTemplate: {
    operation: 'getTemplate',
    method: 'GET',
    path: '/templates/{id}',
    summary: 'A template and its content',
    may: 'look',
    answers: { status: 200, schema: TemplateDetail },
  },
  editTemplate: {
    operation: 'editTemplate',
    method: 'PUT',
    path: '/templates/{id}',
    summary: 'Rename a template, or give it another content; campaigns that were begun with it stay as they are',
    may: 'prepare',
    body: TemplateEdit,
    answers: { status: 200, schema: MailTemplate },
  },
  copyTemplate: {
    operation: 'copyTemplate',
    method: 'POST',
    path: '/templates/{id}/copy',
    summary: 'Copy a template under another name',
    may: 'prepare',
    idempotent: true,
    body: TemplateCopy,
    answers: { status: 201, schema: MailTemplate },
  },
  deleteTemplate: {
    operation: 'deleteTemplate',
    method: 'DELETE',
    path: '/templates/{id}',
    summary: 'Delete a template; campaigns that were begun with it stay as they are',
    may: 'prepare',
    query: TemplateDeletion,
    answers: { status: 200, schema: MailTemplate },
  },
} as const satisfies Record<string, Route>;
