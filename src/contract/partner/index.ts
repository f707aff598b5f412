export * from './admin.ts';
export * from './api.ts';
export * from './branding.ts';
export * from './client.ts';
export * from './handoff.ts';
export * from './sandbox.ts';
export * from './session.ts';
export * from './webhook.ts';
