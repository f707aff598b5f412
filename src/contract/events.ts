/** What others are told of: by mail, by the notify hook, by webhooks. */
export const EVENT_TYPES = [
  'application.submitted',
  'application.approved',
  'application.declined',
  'application.resubmission_requested',
  'application.expired',
  'reading.failed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
