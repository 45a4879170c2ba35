// The console's policy forbids eval, which zod would try for speed. Imported before any schema is made. zod takes its
// settings from here (zod/v4/core/core.ts), so that a page that makes no schema need not load zod to say this.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
