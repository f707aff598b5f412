import { defineElement } from './element.ts';
import { answerInspections } from './levels.ts';
import { mount } from './mount.ts';
import type { Mount } from './types.ts';

/** `/embed.js` as a plain script: `window.Kenal`. */
const script = document.currentScript;
const home = script instanceof HTMLScriptElement && script.src ? script.src : document.baseURI;

const mountHere: Mount = (element, options) => mount(element, { ...options, url: options.url ?? home });

Object.assign(window, { Kenal: { mount: mountHere } });
defineElement(home);
answerInspections();
