import type { EdgeDeps, EventListener } from '../deps.ts';
import { type Mailer, mailListener } from './mail.ts';
import { type NotifySettings, notifyListener } from './notify.ts';

export interface Notices {
  readonly publicUrl: string;
  /** Null: no mail is sent. */
  readonly mailer: Mailer | null;
  readonly notify: NotifySettings | null;
}

/** Who tells customers and the operator's own systems what becomes of an application. */
export function noticeListeners(
  deps: Pick<EdgeDeps, 'store' | 'keys' | 'clock' | 'log'>,
  { publicUrl, mailer, notify }: Notices,
): readonly EventListener[] {
  return [
    ...(mailer ? [mailListener({ ...deps, publicUrl, mailer })] : []),
    ...(notify ? [notifyListener(deps, notify)] : []),
  ];
}
