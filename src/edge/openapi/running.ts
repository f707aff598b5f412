import * as z from 'zod/mini';
import { named, type Operation } from './operation.ts';

const health = named('Health', z.object({ status: z.string() }));

/** What whoever runs the deployment calls. */
export const RUNNING: readonly Operation[] = [
  {
    method: 'get',
    path: '/healthz',
    tag: 'Operations',
    summary: 'The process answers',
    auth: 'none',
    replies: { 200: health },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'Operations',
    summary: 'Readings can be served',
    auth: 'none',
    replies: { 200: health },
    problems: [503],
  },
  {
    method: 'get',
    path: '/openapi.json',
    tag: 'Operations',
    summary: 'This description (OpenAPI 3.1)',
    auth: 'none',
    replies: { 200: z.looseObject({ openapi: z.string() }) },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs',
    tag: 'Operations',
    summary: 'This description, to be read by people',
    auth: 'none',
    replies: { 200: 'text/html' },
    problems: [],
  },
  {
    method: 'get',
    path: '/docs.css',
    tag: 'Operations',
    summary: 'The style of the page above',
    auth: 'none',
    replies: { 200: 'text/css' },
    problems: [],
  },
];
