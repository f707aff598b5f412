/** Changes whenever the meaning of the notice's text does: it is stored with every application. */
export const CONSENT_VERSION = '2026-11';
