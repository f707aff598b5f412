/** The receipt of this tab's last application, until another one is begun. */
export const RECEIPT_KEY = 'kenal.receipt';
/** The token of the session that sent this tab's last application, to go on with that on its page. */
export const SENT_KEY = 'kenal.sent';
/** What the office asked for, while this tab answers it. */
export const ASK_KEY = 'kenal.ask';
/** The token of this tab's onboarding. */
export const SESSION_KEY = 'kenal.session';
/** The token of a partner's onboarding in this tab. */
export const START_KEY = 'kenal.start';

/**
 * The browser's session storage as a cache that may be missing: in a frame of another site with storage
 * blocked, every access throws. What matters lives at the BFF.
 */
export const tabCache = {
  get(key: string): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // Nothing is lost but the way back after a reload.
    }
  },
  remove(key: string): void {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // What cannot be written cannot be there.
    }
  },
};
