export { diagnoseCamera } from './camera.ts';
export { type Connection, connect, localeOf, type Refusal, RefusedError } from './connect.ts';
export { followHeight } from './height.ts';
export { paint, themeOf } from './paint.ts';
