import type { Page } from 'playwright-core';
import { OTHER_SCRIPTS, textOf } from '../../test/support/other-scripts.ts';
import type { Scene } from './scene.ts';

const ALL = ['desktop', 'dark', 'phone'] as const;

const PASTED = `Skip to content

Breaking News

Council opens the bridge after two years of repairs

The council opened the old bridge on Tuesday after two years of repairs that cost 12 million euros.

It carried 8,000 cars a day before it was closed, according to the ministry of transport.

XS
SM
MD
LG`;

const NEVER = new Promise<void>(() => undefined);

/** Has what the page asks of an address never answered. */
export const unanswered = (page: Page, path: string): Promise<unknown> => page.route(path, () => NEVER);

/** Has what the page asks of an address fail, as when the server's disk is full. */
export const failing = (page: Page, path: string): Promise<unknown> =>
  page.route(path, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ title: 'Storage', status: 503, detail: 'The server cannot store anything now.' }),
    }),
  );

const found = async (page: Page): Promise<void> => page.getByRole('searchbox').waitFor();

const paste = async (page: Page, address: string, text: string): Promise<void> => {
  await page.goto(`${address}/articles/new`);
  await page.getByRole('textbox', { name: 'New article' }).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Create article' }).waitFor();
};

/** The screens outside an article. */
export const HOME_SCENES: readonly Scene[] = [
  {
    ...{ name: 'articles-full', says: 'The articles of a desk', views: [...ALL, 'narrow'] },
    play: async ({ page, address }) => {
      await page.goto(address);
      await found(page);
    },
  },
  {
    ...{ name: 'articles-empty', says: 'A desk without articles', views: ALL, by: 'newcomer' },
    play: async ({ page, address }) => {
      await page.goto(address);
      await page.getByRole('heading', { name: 'No article yet' }).waitFor();
    },
  },
  {
    ...{ name: 'articles-loading', says: 'The articles are asked for', views: ['desktop'] },
    play: async ({ page, address }) => {
      await unanswered(page, '**/api/articles*');
      await page.goto(address);
      await page.locator('main.articles').getByRole('status').first().waitFor();
    },
  },
  {
    ...{ name: 'articles-error', says: 'The articles cannot be had', views: ['desktop', 'phone'] },
    play: async ({ page, address }) => {
      await failing(page, '**/api/articles*');
      await page.goto(address);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'articles-offline', says: 'The line is gone while the list is open', views: ['desktop'], spoils: true },
    play: async ({ page, address }) => {
      await page.goto(address);
      await found(page);
      await page.getByRole('link', { name: 'My queue' }).click();
      await page.locator('.queue .article-rows').first().waitFor();
      await page.context().setOffline(true);
      await page.getByRole('link', { name: 'Articles', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'library', says: 'The sources of the desk', views: ALL },
    play: async ({ page, address }) => {
      await page.goto(`${address}/sources`);
      await page.locator('.library-row').first().waitFor();
    },
  },
  {
    ...{ name: 'search', says: 'Words looked for in everything', views: [...ALL, 'narrow'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/search?q=percent`);
      await page.locator('.search-row').first().waitFor();
    },
  },
  {
    ...{ name: 'search-none', says: 'Nothing is found', views: ['desktop'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/search?q=zeppelins`);
      await page.locator('.none-found').waitFor();
    },
  },
  {
    ...{ name: 'search-error', says: 'The search cannot be had', views: ['desktop'] },
    play: async ({ page, address }) => {
      await failing(page, '**/api/search*');
      await page.goto(`${address}/search?q=percent`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'library-error', says: 'The sources cannot be had', views: ['desktop'] },
    play: async ({ page, address }) => {
      await failing(page, '**/api/sources?*');
      await page.goto(`${address}/sources`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'account-menu', says: 'The account menu', views: ['desktop', 'phone-dark'] },
    play: async ({ page, address }) => {
      await page.goto(address);
      await found(page);
      await page.getByRole('button', { name: /account of/i }).click();
    },
  },
  {
    ...{ name: 'new-article-empty', says: 'A new article', views: ALL },
    play: async ({ page, address }) => {
      await page.goto(`${address}/articles/new`);
      await page.getByRole('textbox', { name: 'New article' }).waitFor();
    },
  },
  {
    ...{ name: 'new-article-read', says: 'What import cleans away of a pasted page', views: ALL },
    play: ({ page, address }) => paste(page, address, PASTED),
  },
  {
    ...{ name: 'new-article-right-to-left', says: 'A pasted text in Arabic', views: ['desktop'] },
    play: ({ page, address }) => paste(page, address, textOf(OTHER_SCRIPTS.arabic)),
  },
  {
    ...{ name: 'new-article-error', says: 'A text that cannot be read now', views: ['desktop'] },
    play: async ({ page, address }) => {
      await failing(page, '**/api/readings*');
      await page.goto(`${address}/articles/new`);
      await page.getByRole('textbox', { name: 'New article' }).fill(PASTED);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'queue-full', says: 'What somebody has to do', views: ALL },
    play: async ({ page, address }) => {
      await page.goto(`${address}/queue`);
      await page.locator('.queue .article-rows').first().waitFor();
    },
  },
  {
    ...{ name: 'queue-empty', says: 'Nothing to do', views: ['desktop'], by: 'newcomer' },
    play: async ({ page, address }) => {
      await page.goto(`${address}/queue`);
      await page.locator('.queue-empty').waitFor();
    },
  },
  {
    ...{ name: 'desk-settings', says: 'The settings of a desk', views: ALL },
    play: async ({ page, address }) => {
      await page.goto(`${address}/desk`);
      await page
        .getByText(/^Change “/)
        .first()
        .waitFor();
    },
  },
  {
    ...{ name: 'desk-error', says: 'The settings of a desk with a fault in them', views: ['desktop'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/desk`);
      await page
        .getByText(/^Change “/)
        .first()
        .click();
      await page.getByLabel('Rating', { exact: true }).nth(1).fill('False');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'invite', says: 'An invitation', views: ['desktop', 'phone'] },
    play: async ({ page, address }) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Invite' }).click();
      await page.getByRole('button', { name: 'Make a link' }).click();
      await page.getByLabel('Invitation link').waitFor();
    },
  },
  {
    ...{ name: 'people-invited', says: 'Who was invited and has not come in yet', views: ['desktop', 'phone-dark'] },
    play: async ({ page, address }) => {
      const data = { role: 'editor', name: 'Sol Berg' };
      await page.request.post(`${address}/api/invitations`, { data, headers: { origin: address } });
      await page.goto(`${address}/people`);
      await page.getByText('Sol Berg').first().waitFor();
    },
  },
  {
    ...{ name: 'sign-in', says: 'The way in', views: ALL, by: 'nobody' },
    play: async ({ page, address }) => {
      await page.goto(address);
      await page.getByLabel('Password').waitFor();
    },
  },
  {
    ...{ name: 'sign-in-error', says: 'A token that nobody has', views: ['desktop'], by: 'nobody' },
    play: async ({ page, address }) => {
      await page.goto(address);
      await page.getByText('With an access token').click();
      await page.getByLabel('Access token').fill('not-a-token');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'sign-in-refused', says: 'A stranger comes back from the provider', views: ['desktop', 'phone-dark'] },
    by: 'nobody',
    play: async ({ page, address }) => {
      await page.goto(`${address}/sign-in?refused=stranger`);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...{ name: 'account', says: 'One’s account and its ways in', views: ['desktop', 'phone-dark'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/account`);
      await page.getByRole('button', { name: 'Link with House Login' }).waitFor();
    },
  },
  {
    ...{ name: 'set-up', says: 'The first person of a desk comes in', views: ['desktop', 'phone'], by: 'nobody' },
    play: async ({ page, address }) => {
      await page.goto(`${address}/setup/a-secret`);
      await page.getByLabel('Your name').waitFor();
    },
  },
  {
    ...{ name: 'join-error', says: 'An invitation that is used up', views: ['desktop'], by: 'nobody' },
    play: async ({ page, address }) => {
      await page.goto(`${address}/join/used-up`);
      await page.getByRole('heading').waitFor();
    },
  },
  {
    ...{ name: 'not-found', says: 'An address that is none', views: ['desktop', 'phone'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/nowhere`);
      await page.getByRole('heading').waitFor();
    },
  },
];
