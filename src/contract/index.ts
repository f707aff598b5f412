export * from './api.ts';
export * from './events.ts';
export * from './ocr.ts';
export * from './problem.ts';
export * from './proof.ts';
export * from './resubmission.ts';
