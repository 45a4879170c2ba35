import { contrastOfLink } from '../../../lambdas/prepare/unsubscribe-link.ts';

/** Mails with a link by which one leaves. */
export const address = 'https://leave.example/token';
export const link = `<a href="${address}">Leave</a>`;
export const styled = (style: string, inside = 'Leave'): string =>
  `<a href="${address}" style="${style}">${inside}</a>`;
export const sheet = (css: string): string => `<style>${css}</style>`;

export const mail = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body><p>Hello</p>${body}</body></html>`;

export const isSeen = (html: string): boolean => contrastOfLink(html, address) > 0;

/** Around a link, with this style of its own. */
export const within = (style: string): string =>
  mail(`<div style="${style}"><table><tr><td>${link}</td></tr></table></div>`);
