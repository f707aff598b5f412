import { defineElement } from './element.ts';
import { answerInspections } from './levels.ts';
import { mount as mountAt } from './mount.ts';
import type { Mount } from './types.ts';

export type * from './types.ts';

/** Where this script came from is where Kenal answers. */
const home = import.meta.url;

/**
 * Puts an onboarding into the page.
 * @example
 * const mounted = mount(document.querySelector('#identity'), { client: 'cl_…', token: () => fetchToken() });
 */
export const mount: Mount = (element, options) => mountAt(element, { ...options, url: options.url ?? home });

defineElement(home);
answerInspections();
