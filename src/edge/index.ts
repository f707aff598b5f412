export { createEdge } from './app.ts';
export { createKeyring, type Keyring } from './crypto/keyring.ts';
export { type Clock, type EdgeDeps, type EdgeSettings, type Log, systemClock } from './deps.ts';
export type { Upstream } from './ocr/upstream.ts';
export type { ImageStore } from './stores/images.ts';
export { createStore, type Store } from './stores/store.ts';
