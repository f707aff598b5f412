/**
 * The types of `/embed.js`, as partners get them: this file stands by itself. A test holds it to the contract.
 */

export type Locale = 'en' | 'ms' | 'ur';

/** Why an onboarding cannot go on, or not as it should. Stable. */
export type EmbedErrorCode =
  /** Page and frame have no version of the protocol in common. */
  | 'version_unsupported'
  /** The token was made for another page, or for none. */
  | 'origin_refused'
  /** The token is no token, was revoked, or its onboarding is over. */
  | 'token_refused'
  /** The page's token function failed, or gave nothing. */
  | 'token_missing'
  /** The frame did not answer: this page is not among the client's origins, or the server is away. */
  | 'frame_silent'
  /** A frame on the way has no `allow="camera"`. */
  | 'camera_allow_missing'
  /** A page on the way sends `Permissions-Policy: camera=()`. */
  | 'camera_policy_header'
  /** A frame on the way is sandboxed without `allow-same-origin`. */
  | 'frame_sandboxed'
  /** A page on the way is not https. */
  | 'page_insecure'
  /** An app's own browser, which gives no camera. */
  | 'browser_in_app'
  /** The camera is blocked on the way, by what could not be seen from here. */
  | 'camera_blocked'
  /** The server cannot be reached. */
  | 'unavailable';

/** A theme by its token names, as the theme playground gives it. */
export type Theme = Readonly<Record<string, string>>;

/** A token, or a function that fetches one from the page's own server; it is asked again when one expires. */
export type TokenSource = string | (() => string | Promise<string>);

/** What is wrong, for a developer. Never about the person. */
export interface KenalError {
  readonly code: EmbedErrorCode;
  readonly message: string;
  /** What it may be where that cannot be told apart from here. */
  readonly candidates: readonly EmbedErrorCode[];
}

export interface MountOptions {
  /** The public client id. */
  readonly client: string;
  readonly token: TokenSource;
  /** Where Kenal answers; without it, where this script came from. */
  readonly url?: string;
  /** `inline` grows with its content, `modal` covers the page until it is done or closed. */
  readonly mode?: 'inline' | 'modal';
  readonly locale?: Locale;
  readonly theme?: Theme;
  /** The frame's accessible name. */
  readonly title?: string;
  /** `sandbox` of the frame; without `allow-same-origin` there is no camera, and the mount says so. */
  readonly sandbox?: string;
  readonly onReady?: () => void;
  readonly onStep?: (step: string) => void;
  /** The application is stored. Believe it when the webhook or the API says so. */
  readonly onComplete?: (result: { readonly applicationId: string; readonly reference: string }) => void;
  readonly onCancel?: () => void;
  readonly onError?: (error: KenalError) => void;
}

export interface Mounted {
  /** Changes language or theme in place; nothing that was entered is lost. */
  readonly update: (changes: Pick<MountOptions, 'locale' | 'theme'>) => void;
  /** Takes the frame away. What was entered stays in the draft of its session. */
  readonly destroy: () => Promise<void>;
}

/**
 * Puts an onboarding into the page.
 * @throws TypeError where `client` or `token` is missing.
 */
export type Mount = (element: Element, options: MountOptions) => Mounted;
