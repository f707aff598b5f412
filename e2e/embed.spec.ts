import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { drawCard, film } from '#tools/cards/index.ts';
import { cameraThatPlays } from './camera.ts';
import { makePartner } from './partner/account.ts';
import { type PartnerSite, partnerSite } from './partner/site.ts';
import { type KenalServer, kenalServer } from './server.ts';
import { label, say } from './words.ts';

/**
 * Kenal in a partner's page, on three sites: the partner's, another page of the partner's that holds the first, and
 * Kenal. Names under `.localhost` are loopback for the browser, and sites of their own.
 */
interface Sites {
  readonly kenal: KenalServer;
  /** Kenal as the browser sees it. */
  readonly url: string;
  readonly shop: PartnerSite;
  /** Holds pages of the shop. */
  readonly mall: PartnerSite;
  /** Not among the client's origins. */
  readonly stranger: PartnerSite;
}

const FILM = fileURLToPath(new URL('../.cache/films/embed-my-1.mjpeg', import.meta.url));
async function drawFilm(): Promise<Uint8Array> {
  const card = drawCard(1, { country: 'my', clear: true });
  return (await film(card, 1, [{ name: 'good', seconds: 3, shake: 1 }])).mjpeg;
}

const test = base.extend<object, { sites: Sites }>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => use(await cameraThatPlays(FILM, drawFilm)),
    { scope: 'worker' },
  ],
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const kenal = await kenalServer({ WEBHOOK_ALLOW_PRIVATE: 'true' });
      await kenal.start();
      const url = kenal.url.replace('localhost', 'kenal.localhost');
      const at = (host: string) => partnerSite({ kenal: url, kenalInside: kenal.url, host });
      const [shop, mall, stranger] = await Promise.all([
        at('partner.localhost'),
        at('mall.localhost'),
        at('stranger.localhost'),
      ]);
      const account = await makePartner(kenal, { origins: [shop.origin, mall.origin] });
      await shop.become(account);
      await stranger.become(account);
      await use({ kenal, url, shop, mall, stranger });
      await Promise.all([shop.close(), mall.close(), stranger.close()]);
      await kenal.destroy();
    },
    { scope: 'worker' },
  ],
});

const NAME = await label('en', 'my', 'field.name.label');

type Heard = [name: string, detail: unknown][];
const heardIn = (page: Page | import('@playwright/test').Frame): Promise<Heard> =>
  page.evaluate(() => (globalThis as unknown as { heard?: Heard }).heard ?? []);
const frameOf = (page: Page | FrameLocator): FrameLocator => page.frameLocator('iframe[src*="/embed?"]');

/** From the first screen to the choice of how to take the photo. */
async function reachPhoto(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: /Malaysia/ }).click();
  await frame.getByRole('button', { name: say('en', 'consent.accept') }).click();
  await expect(frame.getByRole('heading', { name: say('en', 'capture.choose.title') })).toBeVisible();
}

/** From the choice to the sent form, by the specimen. */
async function finish(frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: say('en', 'capture.choose.specimen') }).click();
  await frame.getByRole('button', { name: say('en', 'capture.review.use') }).click();
  await sendForm(frame);
}

async function sendForm(frame: FrameLocator): Promise<void> {
  await expect(frame.getByRole('heading', { name: say('en', 'form.title.read') })).toBeVisible();
  const contact = frame.getByRole('textbox', { name: /e-mail/i });
  if ((await contact.inputValue()) === '') await contact.fill('someone@example.com');
  await frame.getByRole('button', { name: say('en', 'form.send') }).click();
  await expect(frame.getByRole('heading', { name: say('en', 'receipt.title') })).toBeVisible();
}

const completeOf = (heard: Heard) =>
  heard.find(([name]) => name === 'complete')?.[1] as
    | { applicationId: string; reference: string }
    | undefined;

test.describe('in a partner’s page', () => {
  test('mounts, takes the photo with the camera, completes; the webhook is signed, the API gives the form', async ({
    page,
    sites: { shop },
  }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      // A fresh session has neither draft nor application: both are asked for, and not there.
      const absent = /\/api\/(draft|applications)$/.test(message.location().url);
      if (message.type() === 'error' && !absent) problems.push(message.text());
    });
    await page.goto(shop.url('plain', { reference: 'customer-7' }));
    const frame = frameOf(page);
    await reachPhoto(frame);
    await frame.getByRole('button', { name: say('en', 'capture.choose.camera') }).click();
    await frame.getByRole('button', { name: say('en', 'capture.review.use') }).click({ timeout: 60_000 });
    await sendForm(frame);

    const heard = await heardIn(page);
    expect(heard.map(([name]) => name)).toEqual(expect.arrayContaining(['ready', 'step', 'complete']));
    const done = completeOf(heard);
    // What passes to the page names steps and the application, and nothing of the person.
    expect(JSON.stringify(heard)).not.toMatch(/someone@|\d{6}-\d{2}-\d{4}/);
    await expect
      .poll(() => shop.received.find(({ data }) => data.application?.id === done?.applicationId)?.type)
      .toBe('application.submitted');
    const webhook = shop.received.find(({ data }) => data.application?.id === done?.applicationId);
    expect(webhook?.data.reference).toBe('customer-7');
    const response = await shop.api(`/api/partner/applications/${done?.applicationId}`);
    const application = (await response.json()) as {
      reference: string;
      fields: Record<string, { value: string }>;
    };
    expect(application.reference).toBe(done?.reference);
    expect(application.fields.contact?.value).toBe('someone@example.com');
    expect(application.fields.number?.value).toMatch(/^\d{6}-?\d{2}-?\d{4}$/);
    expect(problems).toEqual([]);
  });

  test('goes on after a reload from the draft, under the page’s next token', async ({
    page,
    sites: { shop },
  }) => {
    await page.goto(shop.url('plain', { reference: 'customer-8' }));
    await reachPhoto(frameOf(page));
    await frameOf(page)
      .getByRole('button', { name: say('en', 'capture.choose.specimen') })
      .click();
    await frameOf(page)
      .getByRole('button', { name: say('en', 'capture.review.use') })
      .click();
    const name = frameOf(page).getByRole('textbox', { name: NAME });
    const stored = page.waitForResponse(
      (response) =>
        response.url().endsWith('/api/draft') &&
        response.ok() &&
        /TYPED BEFORE/.test(response.request().postData() ?? ''),
    );
    await name.fill('TYPED BEFORE THE RELOAD');
    await stored;
    await page.reload();
    await expect(frameOf(page).getByRole('textbox', { name: NAME })).toHaveValue('TYPED BEFORE THE RELOAD');
    // The page is told of this screen alone.
    expect((await heardIn(page)).filter(([what]) => what === 'step')).toEqual([['step', 'form']]);
  });

  test('a change of language is no new beginning, and stays', async ({ page, sites: { shop } }) => {
    let tokens = 0;
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/token') tokens++;
    });
    // The page's language is not the browser's, and each of its tokens is of another session.
    await page.goto(shop.url('plain', { locale: 'ms' }));
    const frame = frameOf(page);
    const language = frame.getByLabel(say('ms', 'app.language'));
    await frame.getByRole('button', { name: /Malaysia/ }).click();
    await frame.getByRole('button', { name: say('ms', 'consent.accept') }).click();
    await frame.getByRole('button', { name: say('ms', 'capture.choose.specimen') }).click();
    await frame.getByRole('button', { name: say('ms', 'capture.review.use') }).click();
    await expect(frame.getByRole('heading', { name: say('ms', 'form.title.read') })).toBeVisible();
    await language.selectOption('en');
    await expect(frame.getByRole('heading', { name: say('en', 'form.title.read') })).toBeVisible();
    await sendForm(frame);
    await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
    expect((await heardIn(page)).filter(([name]) => name === 'ready')).toHaveLength(1);
    expect(tokens).toBe(1);
  });

  for (const kind of ['module', 'element', 'react', 'coep'] as const)
    test(`completes in a page of the kind "${kind}"`, async ({ page, sites: { shop } }) => {
      await page.goto(shop.url(kind, { reference: kind }));
      const frame = frameOf(page);
      await reachPhoto(frame);
      if (kind === 'coep') {
        await finish(frame);
        expect(completeOf(await heardIn(page))?.reference).toMatch(/^[0-9A-Z]{3}-/);
      }
    });

  test('is as high as its content, and changes language and theme in place', async ({
    page,
    sites: { shop },
  }) => {
    await page.goto(shop.url('plain', { reference: 'customer-9' }));
    const frame = frameOf(page);
    await reachPhoto(frame);
    const fits = () => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
    await expect.poll(fits).toBe(0);
    await finish(frame);
    await expect.poll(fits).toBe(0);
    await page.evaluate(() => {
      const { mounted } = globalThis as unknown as { mounted: { update: (changes: object) => void } };
      mounted.update({ locale: 'ur', theme: { accent: '#1d4ed8' } });
    });
    await expect(frame.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect
      .poll(() =>
        frame.locator('html').evaluate((html) => getComputedStyle(html).getPropertyValue('--k-accent')),
      )
      .toBe('#1d4ed8');
  });

  test('modal: keeps the focus, closes by Escape, gives the focus back', async ({
    page,
    sites: { shop },
  }) => {
    await page.goto(shop.url('modal', { reference: 'modal' }));
    await page.getByRole('button', { name: 'Verify' }).click();
    const frame = frameOf(page);
    await expect(frame.getByRole('button', { name: /Malaysia/ })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeVisible();
    await frame.getByRole('button', { name: /Malaysia/ }).focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('iframe')).toHaveCount(0);
    expect((await heardIn(page)).map(([name]) => name)).toContain('cancel');
    await expect(page.getByRole('button', { name: 'Verify' })).toBeFocused();
  });

  test('works in a nested frame, with a camera where every level allows it', async ({
    page,
    sites: { shop, mall },
  }) => {
    mall.inner = shop.url('plain', { reference: 'nested' });
    await page.goto(mall.url('outer'));
    const frame = frameOf(page.frameLocator('#inner'));
    await reachPhoto(frame);
    await frame.getByRole('button', { name: say('en', 'capture.choose.camera') }).click();
    await frame.getByRole('button', { name: say('en', 'capture.review.use') }).click({ timeout: 60_000 });
    await sendForm(frame);
  });
});

test.describe('gets nowhere', () => {
  test('a page that is not among the client’s origins', async ({ page, sites: { stranger, shop } }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(stranger.url('plain', { token: await shop.makeToken(shop.origin) }));
    await expect
      .poll(async () => (await heardIn(page)).find(([name]) => name === 'error')?.[1], { timeout: 30_000 })
      .toMatchObject({ code: 'frame_silent', candidates: ['origin_refused', 'unavailable'] });
    expect(said.join('\n')).toContain(`${stranger.origin} is not among the origins`);
    expect((await heardIn(page)).map(([name]) => name)).not.toContain('ready');
  });

  test('a token that was made for another page of the same partner', async ({
    page,
    sites: { shop, mall },
  }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(shop.url('plain', { token: await shop.makeToken(mall.origin) }));
    await expect(frameOf(page).getByRole('heading', { level: 1 })).toHaveText('This page was set up wrongly');
    expect(said.join('\n')).toContain('origin_refused');
    expect((await heardIn(page)).map(([name]) => name)).toEqual(['ready']);
  });

  test('a stolen token outside of its page', async ({ request, sites: { kenal, shop, stranger } }) => {
    const token = await shop.makeToken();
    const ask = (headers: Record<string, string>) =>
      request.get(`${kenal.url}/api/draft`, { headers: { authorization: `Bearer ${token}`, ...headers } });
    // As another page's frame would send it, and as a script on another site would.
    for (const headers of [{ 'kenal-parent': stranger.origin }, { origin: stranger.origin }])
      expect((await ask(headers)).status()).toBe(403);
    expect([200, 204]).toContain((await ask({ 'kenal-parent': shop.origin })).status());
  });

  test('a forged message, and an old version of the protocol', async ({ page, sites: { shop, url } }) => {
    await page.goto(shop.url('plain', { reference: 'forged' }));
    const frame = frameOf(page);
    await reachPhoto(frame);
    // From the page's own window, but not from the frame; and to the frame, but not from its page.
    const before = (await heardIn(page)).length;
    // Each message would change a colour at once, and is told by it.
    const colours = ['#1d4ed1', '#1d4ed2', '#1d4ed3', '#1d4ed4', '#1d4ed8'] as const;
    await frame.locator('html').evaluate(() => {
      const painted: string[] = [];
      Object.assign(globalThis, { painted });
      const paint = CSSStyleSheet.prototype.replaceSync;
      CSSStyleSheet.prototype.replaceSync = function (css) {
        painted.push(css);
        paint.call(this, css);
      };
    });
    await page.evaluate(
      ([kenal, [old, nonsense, other, again, genuine]]) => {
        const message = (type: string, payload: object, version = 1) => ({
          source: 'kenal',
          version,
          type,
          payload,
        });
        const painted = (accent: string, locale: string | null = 'ur') => ({ locale, theme: { accent } });
        window.postMessage(message('complete', { applicationId: 'forged', reference: 'forged' }), '*');
        const held = document.querySelector('iframe')?.contentWindow;
        held?.postMessage(message('update', painted(old), 0), kenal);
        held?.postMessage(message('update', painted(nonsense, 'nonsense')), kenal);
        held?.postMessage({ ...message('update', painted(other)), source: 'other' }, kenal);
        held?.postMessage(
          message('start', { token: 'x', modal: false, viewport: 1, ...painted(again) }),
          kenal,
        );
        held?.postMessage(message('update', painted(genuine, null)), kenal);
      },
      [url, colours] as const,
    );
    // Messages come in their order: when the last one has taken effect, the others have had their chance.
    const painted = () =>
      frame.locator('html').evaluate(() => (globalThis as unknown as { painted: string[] }).painted.join());
    await expect.poll(painted).toContain('#1d4ed8');
    for (const forged of colours.slice(0, -1)) expect(await painted()).not.toContain(forged);
    await expect
      .poll(async () =>
        (await heardIn(page))
          .slice(before)
          .map(([name, detail]) => [name, (detail as { code?: string })?.code]),
      )
      .toEqual([]);
    await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
    await expect(frame.getByRole('heading', { name: say('en', 'capture.choose.title') })).toBeVisible();
  });
});

test.describe('the embed doctor', () => {
  const diagnosis = async (page: Page, frame: FrameLocator): Promise<void> => {
    await reachPhoto(frame);
    await frame.getByRole('button', { name: say('en', 'capture.choose.camera') }).click();
    await expect(frame.getByText('For whoever runs this page')).toBeVisible();
    await expect(frame.getByRole('button', { name: say('en', 'capture.fail.upload') })).toBeVisible();
    await expect(page.locator('body')).toBeVisible();
  };
  const errorIn = async (target: Page | import('@playwright/test').Frame) =>
    (await heardIn(target)).find(([name]) => name === 'error')?.[1];

  test('names a header that turns the camera off', async ({ page, sites: { shop } }) => {
    await page.goto(shop.url('camera-off', { reference: 'doctor-0' }));
    await diagnosis(page, frameOf(page));
    expect(await errorIn(page)).toMatchObject({ code: 'camera_policy_header', candidates: [] });
  });

  test('names an outer frame without allow, and its page', async ({ page, sites: { shop, mall } }) => {
    mall.inner = shop.url('plain', { reference: 'doctor-1' });
    await page.goto(mall.url('outer-no-allow'));
    await diagnosis(page, frameOf(page.frameLocator('#inner')));
    const inner = page.frames().find((frame) => frame.url().startsWith(shop.origin));
    const error = inner && (await errorIn(inner));
    expect(error).toMatchObject({ code: 'camera_allow_missing', candidates: [] });
    expect(JSON.stringify(error)).toContain(mall.origin);
  });

  test('lists the candidates where the outer page says nothing', async ({ page, sites: { shop, mall } }) => {
    mall.inner = shop.url('plain', { reference: 'doctor-2' });
    await page.goto(mall.url('outer-silent'));
    await diagnosis(page, frameOf(page.frameLocator('#inner')));
    const inner = page.frames().find((frame) => frame.url().startsWith(shop.origin));
    expect(inner && (await errorIn(inner))).toMatchObject({
      code: 'camera_blocked',
      candidates: ['camera_allow_missing', 'camera_policy_header'],
    });
  });

  test('names a sandbox without allow-same-origin', async ({ page, sites: { shop } }) => {
    await page.goto(shop.url('boxed'));
    await expect.poll(() => errorIn(page)).toMatchObject({ code: 'frame_sandboxed' });
  });
});
