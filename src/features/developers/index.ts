export { Playground } from './playground.tsx';
export { Sandbox } from './sandbox.tsx';
export { words } from './words.ts';
