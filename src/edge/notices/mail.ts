import type { EventType, Locale } from '#src/contract/index.ts';
import { contactKind } from '#src/countries/toolkit/contact.ts';
import { openRecord } from '../applications/receipt.ts';
import type { ApplicationRecord } from '../applications/record.ts';
import type { EdgeDeps, EventListener } from '../deps.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import { isOldNews } from './give-up.ts';
import { type NoticeWords, WORDS } from './words.ts';

/** One mail, in plain text. */
interface Mail {
  /** The same for every try: two of them that arrive are one to a mail program. */
  readonly id: string;
  readonly to: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
}

/** Sends mail. `refused`: nobody will ever take this one, so that it is no use to try again. */
export interface Mailer {
  readonly send: (mail: Mail) => Promise<'sent' | 'refused'>;
}

export interface MailDeps extends Pick<EdgeDeps, 'store' | 'keys' | 'clock' | 'log'> {
  readonly publicUrl: string;
  readonly mailer: Mailer;
}

/** What each event is written as; of the rest customers are not told. */
const KINDS: Partial<Record<EventType, 'submitted' | 'resubmission' | 'decided'>> = {
  'application.submitted': 'submitted',
  'application.resubmission_requested': 'resubmission',
  // Which way it went stands on the page: a mail lies open on many screens.
  'application.approved': 'decided',
  'application.declined': 'decided',
};

/** The address that the form was given; null for a telephone number. */
function addressIn({ fields }: ApplicationRecord, country: string): string | null {
  const contact = fields.contact?.value.trim() ?? '';
  return contactKind(contact, country.toUpperCase()) === 'email' ? contact : null;
}

function write(
  kind: 'submitted' | 'resubmission' | 'decided',
  row: ApplicationRow,
  { locale, statusSecret }: ApplicationRecord,
  publicUrl: string,
): Pick<Mail, 'locale' | 'subject' | 'text'> {
  const say = (id: keyof NoticeWords): string => WORDS[locale][id].replaceAll('{reference}', row.reference);
  const link =
    row.status_hash === null
      ? [say('no-link')]
      : [`${publicUrl}/status/${row.id}#${statusSecret}`, say('link')];
  const parts = [say(`${kind}.text`), ...link, say('why')];
  return { locale, subject: say(`${kind}.subject`), text: `${parts.join('\n\n')}\n` };
}

/** Writes to the customer at submission, when something is asked of them, and at the decision. */
export function mailListener({ store, keys, clock, log, publicUrl, mailer }: MailDeps): EventListener {
  return {
    name: 'mail',
    tell: async (event) => {
      const kind = KINDS[event.type];
      const row = kind && event.application_id ? await store.applications.find(event.application_id) : null;
      if (!kind || !row) return;
      if (isOldNews(event.at, clock.now())) return log.error({ event: event.id }, 'mail given up');
      const record = await openRecord(keys, row);
      const to = addressIn(record, row.country);
      if (!to) return;
      const outcome = await mailer.send({ id: event.id, to, ...write(kind, row, record, publicUrl) });
      if (outcome === 'refused') log.error({ event: event.id }, 'mail refused');
    },
  };
}
