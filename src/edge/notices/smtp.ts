import { createTransport } from 'nodemailer';
import type { MailSettings } from '../settings.ts';
import type { Mailer } from './mail.ts';

/** Longest waits for a mail server, ms: what is due holds a lease of a minute. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** What nodemailer says of a server that will not take this recipient, now or ever (RFC 5321, 4.2.1). */
const isRefusal = (error: unknown): boolean => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
};

/** Mail over SMTP. */
export function smtpMailer({ url, from }: MailSettings): Mailer {
  const transport = createTransport({ url, ...TIMEOUTS }, { from });
  const host = from.slice(from.lastIndexOf('@') + 1).replace(/[^\w.-]/g, '');
  return {
    send: async ({ id, to, locale, subject, text }) => {
      try {
        await transport.sendMail({
          messageId: `<${id}@${host}>`,
          // As an object: text would be read as a list.
          to: { name: '', address: to },
          subject,
          text,
          // Nothing is fetched or read for a mail, whatever stands in it.
          disableFileAccess: true,
          disableUrlAccess: true,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
        });
        return 'sent';
      } catch (error) {
        if (isRefusal(error)) return 'refused';
        throw error;
      }
    },
  };
}
