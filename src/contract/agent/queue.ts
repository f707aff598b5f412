import * as z from 'zod/mini';
import { APPLICATION_STATUSES, countryCode } from '../api.ts';

/** An account as others see it. */
export const agentName = z.object({ id: z.string(), name: z.string() });

/** Who works on an application until when. It is renewed while the review is open. */
export const claim = z.object({ agent: agentName, until: z.string(), mine: z.boolean() });
export type Claim = z.infer<typeof claim>;
/** How long a claim lasts without being renewed, ms; renew it at least every third of that. */
export const CLAIM_MS = 10 * 60_000;

/**
 * One line of the queue. It names nobody: what a card says is shown by the review alone, where opening it is an
 * event of the audit.
 */
const queueItem = z.object({
  id: z.string(),
  reference: z.string(),
  country: countryCode,
  status: z.enum(APPLICATION_STATUSES),
  /** Of the latest attempt. */
  submittedAt: z.string(),
  /** When it should have been decided (SLA_MINUTES after its submission). */
  dueAt: z.string(),
  /** Fields that the reader was not sure of, or that were edited against it, and confirmed warnings. */
  doubts: z.number(),
  /** Other applications with the same number, image, or name and birth date. */
  duplicates: z.number(),
  /** 1, and one more for each resubmission. */
  attempt: z.number(),
  hasImage: z.boolean(),
  claim: z.nullable(claim),
  decidedAt: z.nullable(z.string()),
  decidedBy: z.nullable(agentName),
});
export type QueueItem = z.infer<typeof queueItem>;

/** What a view is made of; each is a query parameter of `GET /api/agent/applications`, empty ones left out. */
export const queueFilters = z.object({
  /** `open`: to be decided (submitted, in_review). */
  status: z.optional(z.enum(['open', ...APPLICATION_STATUSES, 'all'])),
  country: z.optional(countryCode),
  doubts: z.optional(z.enum(['some', 'none'])),
  duplicates: z.optional(z.enum(['some', 'none'])),
  claimed: z.optional(z.enum(['me', 'others', 'nobody'])),
  /** `overdue`: past its SLA. */
  due: z.optional(z.enum(['overdue'])),
  /** `again`: resubmitted. */
  attempt: z.optional(z.enum(['first', 'again'])),
});
export type QueueFilters = z.infer<typeof queueFilters>;

export const QUEUE_PAGE = 50;
/**
 * `GET /api/agent/applications?status=open&order=oldest&limit=50&after=…` (agent) → `queuePage`. `after` is the
 * `next` of the page before. `status` is `open` unless given.
 */
export const queueQuery = z.extend(queueFilters, {
  order: z.optional(z.enum(['oldest', 'newest'])),
  after: z.optional(z.string().check(z.maxLength(120))),
  limit: z.optional(z.int().check(z.gte(1), z.lte(100))),
});
export type QueueQuery = z.infer<typeof queueQuery>;

export const queuePage = z.object({
  items: z.array(queueItem),
  /** Null: the end. */
  next: z.nullable(z.string()),
});
export type QueuePage = z.infer<typeof queuePage>;

/**
 * `POST /api/agent/applications/search` (agent) → `searchReply`. A reference, a card's number or a full name, each
 * exact (case, spaces and dashes apart). A POST, so that no name or number stands in a URL: keep the text out of
 * the page's URL as well.
 */
export const searchRequest = z.object({
  text: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  after: z.optional(z.string().check(z.maxLength(120))),
});
export const searchReply = z.extend(queuePage, {
  /** As what the text was found; null if nothing was found. */
  by: z.nullable(z.enum(['reference', 'number', 'name'])),
});
export type SearchReply = z.infer<typeof searchReply>;

/** Counted up to here; more is shown as "1,000+". */
export const COUNT_CAP = 1000;
const queueCounts = z.object({ open: z.number(), overdue: z.number(), mine: z.number() });
export type QueueCounts = z.infer<typeof queueCounts>;

/**
 * `GET /api/agent/queue/changes?since=…` (agent) → `queueChanges`: lines that changed since `cursor` of the answer
 * before (none without `since`), to be asked every few seconds while the page is visible. A line may come twice.
 * `more`: too many to list; load the view anew.
 */
export const queueChanges = z.object({
  cursor: z.string(),
  items: z.array(queueItem),
  more: z.boolean(),
  counts: queueCounts,
});
export type QueueChanges = z.infer<typeof queueChanges>;

/**
 * `POST /api/agent/queue/next` (agent): claims the oldest application that fits the filters and is free, and
 * answers 200 with its `review`; 204 if there is none. What this agent holds already comes first.
 */
export const nextRequest = z.object({
  filters: queueFilters,
  /** Not these: the ones that were just put back. */
  skip: z.optional(z.array(z.string()).check(z.maxLength(20))),
});
export type NextRequest = z.infer<typeof nextRequest>;

/**
 * `POST /api/agent/applications/{id}/claim` (agent) claims, or renews the own claim → `claim`. `claimed`: somebody
 * else has it; `takeOver` (supervisor) takes it from them. `already_decided`.
 * `DELETE /api/agent/applications/{id}/claim` (agent): puts it back, 204.
 */
export const claimRequest = z.object({ takeOver: z.optional(z.boolean()) });

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  filters: queueFilters,
  order: z.enum(['oldest', 'newest']),
  /** Everyone sees it. */
  shared: z.boolean(),
  mine: z.boolean(),
});
export type SavedView = z.infer<typeof savedView>;
/** `GET /api/agent/views` (agent). `DELETE /api/agent/views/{id}` (its owner, or an admin): 204. */
export const savedViewList = z.object({ views: z.array(savedView) });
/** `POST /api/agent/views` (agent; `shared` supervisor): 201 `savedView`. */
export const savedViewRequest = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  filters: queueFilters,
  order: z.enum(['oldest', 'newest']),
  shared: z.boolean(),
});
export type SavedViewRequest = z.infer<typeof savedViewRequest>;
