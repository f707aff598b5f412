import { mount } from './mount.ts';
import type { KenalError, Mounted, MountOptions, TokenSource } from './types.ts';

/** The attributes that are read, beside the properties `tokenSource` and `theme`. */
const ATTRIBUTES = ['client', 'token', 'locale', 'mode', 'url'] as const;

/**
 * `<kenal-onboarding client="…" token="…">`. The callbacks are events: `kenal-ready`, `kenal-step`,
 * `kenal-complete`, `kenal-cancel`, `kenal-error`, with what the callback is given as `detail`.
 */
export function defineElement(url: string, name = 'kenal-onboarding'): void {
  if (typeof customElements === 'undefined' || customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      static readonly observedAttributes = ['locale'];
      /** A function that fetches a token; goes before the attribute `token`. */
      tokenSource: TokenSource | null = null;
      theme: MountOptions['theme'];
      #mounted: Mounted | null = null;

      connectedCallback(): void {
        const [client, token, locale, mode, at] = ATTRIBUTES.map(
          (key) => this.getAttribute(key) ?? undefined,
        );
        const tell = (event: string, detail?: unknown): void =>
          void this.dispatchEvent(new CustomEvent(`kenal-${event}`, { detail, bubbles: true }));
        this.#mounted = mount(this, {
          client: client ?? '',
          token: this.tokenSource ?? token ?? '',
          url: at ?? url,
          ...(locale && { locale: locale as NonNullable<MountOptions['locale']> }),
          ...(mode === 'modal' && { mode }),
          ...(this.theme && { theme: this.theme }),
          onReady: () => tell('ready'),
          onStep: (step) => tell('step', step),
          onComplete: (result) => tell('complete', result),
          onCancel: () => tell('cancel'),
          onError: (error: KenalError) => tell('error', error),
        });
      }

      disconnectedCallback(): void {
        void this.#mounted?.destroy();
        this.#mounted = null;
      }

      attributeChangedCallback(_name: string, _before: string | null, locale: string | null): void {
        if (locale) this.#mounted?.update({ locale: locale as NonNullable<MountOptions['locale']> });
      }
    },
  );
}
