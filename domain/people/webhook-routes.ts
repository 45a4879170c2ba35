import type { Route } from '../http/route.ts';
import { AuditRecord } from '../model/audit-chain.ts';
import {
  ChangeWebhookRequest,
  NewWebhook,
  TriedWebhook,
  WebhookActRequest,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from './webhook-api.ts';

/** Answered by a function of its own: only it and the one that delivers may open what is sealed. */
export const webhookRoutes = {
  listWebhooks: {
    operation: 'listWebhooks',
    method: 'GET',
    path: '/webhooks',
    summary: 'Systems and chats that hear what happens to runs, with what became of the last delivery',
    may: 'manageWebhooks',
    answers: { status: 200, schema: WebhookList },
  },
  createWebhook: {
    operation: 'createWebhook',
    method: 'POST',
    path: '/webhooks',
    summary: 'Add one; the secret that signs its messages is in this answer only',
    may: 'manageWebhooks',
    idempotent: 'secret',
    body: NewWebhook,
    answers: { status: 201, schema: WebhookWithSecret },
  },
  changeWebhook: {
    operation: 'changeWebhook',
    method: 'PUT',
    path: '/webhooks/{id}',
    summary: 'Change it, switch it off or on; what is left out stays',
    may: 'manageWebhooks',
    body: ChangeWebhookRequest,
    answers: { status: 200, schema: WebhookView },
  },
  rotateWebhookSecret: {
    operation: 'rotateWebhookSecret',
    method: 'POST',
    path: '/webhooks/{id}/secret',
    summary: 'Give it a new secret; messages are signed with the old one too for a day',
    may: 'manageWebhooks',
    idempotent: 'secret',
    body: WebhookActRequest,
    answers: { status: 200, schema: WebhookWithSecret },
  },
  tryWebhook: {
    operation: 'tryWebhook',
    method: 'POST',
    path: '/webhooks/{id}/try',
    summary: 'Send a message of the type webhook.tried now, and say what became of it',
    may: 'manageWebhooks',
    answers: { status: 200, schema: TriedWebhook },
  },
  removeWebhook: {
    operation: 'removeWebhook',
    method: 'POST',
    path: '/webhooks/{id}/remove',
    summary: 'Remove it with its secrets; answers what it was',
    may: 'manageWebhooks',
    body: WebhookActRequest,
    answers: { status: 200, schema: WebhookView },
  },
  getWebhooksAudit: {
    operation: 'getWebhooksAudit',
    method: 'GET',
    path: '/webhooks/audit',
    summary: 'Who changed which webhook, hash-chained, as JSON lines',
    may: 'manageWebhooks',
    answers: { status: 200, lines: AuditRecord },
  },
} as const satisfies Record<string, Route>;
