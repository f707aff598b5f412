import * as z from 'zod/mini';
import { branding, theme } from './branding.ts';
import { clientId, origin } from './client.ts';

/**
 * `POST /api/sessions` with a secret key. All optional but the client; what is left out is as the client's settings
 * say.
 */
export const sessionRequest = z.object({
  client: clientId,
  /** The page that is to hold the frame: one of the client's origins. Left out: the flow has a tab of its own. */
  origin: z.optional(origin),
  /** Some of the countries that the client is offered. */
  countries: z.optional(
    z.array(z.string().check(z.regex(/^[a-z]{2}$/))).check(z.minLength(1), z.maxLength(50)),
  ),
  locale: z.optional(z.enum(['en', 'ms', 'ur'])),
  theme: z.optional(theme),
  texts: z.optional(branding.def.shape.texts),
  /** The partner's own name for whoever is onboarded. No personal data: it is shown in lists. */
  reference: z.optional(z.string().check(z.minLength(1), z.maxLength(100), z.regex(/^[\x21-\x7e]+$/))),
  contact: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** https (http on localhost), on one of the client's origins or redirect addresses. */
  redirectUrl: z.optional(z.string().check(z.maxLength(1000))),
  /** Id of a session of the same reference that is to go on under a new token, after a reload. */
  session: z.optional(z.string().check(z.maxLength(40))),
});
export type SessionRequest = z.infer<typeof sessionRequest>;
