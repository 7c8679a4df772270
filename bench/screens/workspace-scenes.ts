import type { Page } from 'playwright-core';
import { selectWords } from '../../test/support/desk-in-browsers.ts';
import { goOffline } from '../../test/support/going-offline.ts';
import type { Articles } from './desk.ts';
import type { Scene, Stage } from './scene.ts';

const ALL = ['desktop', 'dark', 'phone'] as const;

const HOUR = 60 * 60 * 1_000;
const SHARE = 'Almost 80 percent of the targets';

const open = async ({ page, address, articles }: Stage, name: keyof Articles = 'sample'): Promise<void> => {
  await page.goto(`${address}/articles/${articles[name]}`);
  await page.locator('.ProseMirror').waitFor();
  await page.getByText('All changes saved').first().waitFor({ state: 'attached' });
};

/** Brings the cards into sight where a phone shows the text alone. */
const showCards = async (page: Page): Promise<void> => {
  const panel = page.locator('.panels').getByRole('button', { name: 'Claims' });
  if (await panel.isVisible()) await panel.click();
};

const openClaim = async (page: Page, statement: string): Promise<void> => {
  await showCards(page);
  await page.locator('.card', { hasText: statement }).locator('.card-head').first().click();
  await page.locator('.card.is-selected .scale').waitFor();
};

/** Claims that another article is said to have. */
const EARLIER = {
  differ: true,
  claims: [
    {
      ...{
        article: 'elsewhere',
        title: 'Where the bombs fell',
        claim: 'c1',
        relation: 'same',
        share: 0.9,
        because: [],
      },
      text: 'Nearly 80 percent of the targets were not held by the Islamic State.',
      ...{ markedAt: '2025-11-02T10:00:00.000Z', differences: [] },
      outcome: { label: 'False', tone: 'false', scale: 'truth@1', at: '2025-11-03T10:00:00.000Z' },
    },
    {
      ...{ article: 'elsewhere', title: 'Where the bombs fell', claim: 'c2', relation: 'contradicts', share: 0.8 },
      text: 'Almost 90 percent of the targets were held by the Islamic State.',
      markedAt: '2025-11-02T10:00:00.000Z',
      because: ['figures', 'negation'],
      differences: [
        { by: 'figures', here: 'Almost 80 percent', there: 'Almost 90 percent' },
        { by: 'negation', here: 'not', there: '' },
      ],
    },
  ],
};

/** A claim's card, reached as by the key of the next claim. */
const withClaim = async (stage: Stage, name: keyof Articles = 'sample'): Promise<void> => {
  await open(stage, name);
  await openClaim(stage.page, name === 'sample' ? SHARE : '');
};

const showVersions = async (stage: Stage): Promise<void> => {
  await open(stage);
  await stage.page.keyboard.press('Control+k');
  await stage.page.getByRole('combobox').fill('later version');
  await stage.page.keyboard.press('Enter');
  await stage.page.locator('.bring').waitFor();
};

/** A later version of the sample, brought and compared. */
const bringLater = async (stage: Stage, change: (text: string) => string): Promise<void> => {
  const { page, address, articles } = stage;
  const { text } = await (await page.request.get(`${address}/api/articles/${articles.sample}`)).json();
  await showVersions(stage);
  await page.locator('.bring textarea').fill(change(text.replaceAll('\n', '\n\n')));
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.locator('.later-columns, .later-version .nothing').first().waitFor();
};

const tab =
  (name: RegExp, filled: string): Scene['play'] =>
  async (stage) => {
    await open(stage);
    if (await stage.page.locator('.panels').isVisible())
      await stage.page.locator('.panels').getByRole('button', { name: 'Claims' }).click();
    await stage.page.getByRole('tab', { name }).click();
    await stage.page.locator(filled).first().waitFor();
  };

/** Something typed while the line is gone and the page away for a night. */
const away = async (stage: Stage): Promise<void> => {
  const { page } = stage;
  await open(stage, 'bare');
  await goOffline(page);
  await page.keyboard.press('e');
  await page.locator('.ProseMirror p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type(' The district will measure them in May.');
  await page.keyboard.press('Escape');
  await page.getByText(/^Offline, \d changes? waiting$/).waitFor();
  await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + 10 * HOUR);
  await page.context().setOffline(false);
  await page.getByRole('dialog', { name: 'You were away for long' }).waitFor();
};

/** The workspace and what lies over it. */
export const WORKSPACE_SCENES: readonly Scene[] = [
  {
    ...{ name: 'checked-before', says: 'Earlier claims that are like the open one', views: ALL },
    play: async (stage) => {
      await stage.page.route('**/api/claims/earlier*', (route) => route.fulfill({ json: EARLIER }));
      await withClaim(stage);
      await stage.page.locator('.checked-before summary').click();
      await stage.page.locator('.earlier').first().waitFor();
    },
  },
  {
    name: 'workspace',
    says: 'An article, being read',
    views: [...ALL, 'narrow', 'zoomed'],
    play: (stage) => open(stage),
  },
  { name: 'claim', says: 'A claim open', views: [...ALL, 'narrow', 'zoomed'], play: (stage) => withClaim(stage) },
  {
    ...{ name: 'workspace-marking', says: 'Words selected, to be marked', views: ['desktop'] },
    play: async (stage) => {
      await withClaim(stage);
      await selectWords(stage.page, 'Who in those areas is a rebel');
      await stage.page.locator('.bubble').waitFor();
    },
  },
  {
    ...{ name: 'workspace-editing', says: 'The text, being edited', views: ['phone'] },
    play: async (stage) => {
      await open(stage);
      await stage.page.keyboard.press('e');
      await stage.page.locator('.text-tools').waitFor();
    },
  },
  {
    ...{ name: 'workspace-loading', says: 'The article is asked for', views: ['desktop', 'phone'], spoils: true },
    play: async ({ page, address, articles }) => {
      await page.routeWebSocket(/socket\.io/, () => undefined);
      await page.route('**/socket.io/**', () => new Promise<void>(() => undefined));
      await page.goto(`${address}/articles/${articles.sample}`);
      await page.locator('.workspace').waitFor();
    },
  },
  {
    ...{ name: 'workspace-empty', says: 'An article without claims', views: ['desktop', 'phone'] },
    play: (stage) => open(stage, 'bare'),
  },
  {
    ...{
      name: 'workspace-offline',
      says: 'The line is gone, and work goes on',
      views: ['desktop', 'phone'],
      spoils: true,
    },
    play: async (stage) => {
      await open(stage, 'bridge');
      await goOffline(stage.page);
      await selectWords(stage.page, 'half of their customers');
      await stage.page.keyboard.press('c');
      await stage.page.locator('.card.is-selected').waitFor();
    },
  },
  {
    ...{ name: 'workspace-error', says: 'An article that is not there', views: ['desktop'] },
    play: async ({ page, address }) => {
      await page.goto(`${address}/articles/nowhere`);
      await page.getByRole('heading', { name: 'There is no such article' }).waitFor();
    },
  },
  {
    ...{ name: 'workspace-right-to-left', says: 'An article in Arabic, a claim open', views: [...ALL] },
    play: (stage) => withClaim(stage, 'arabic'),
  },
  {
    ...{ name: 'workspace-hebrew', says: 'An article in Hebrew', views: ['desktop'] },
    play: (stage) => withClaim(stage, 'hebrew'),
  },
  {
    ...{ name: 'workspace-japanese', says: 'An article in Japanese, a claim open', views: ['desktop', 'phone'] },
    play: (stage) => withClaim(stage, 'japanese'),
  },
  {
    ...{ name: 'claim-verdict', says: 'A verdict, being given', views: ['phone'] },
    play: async (stage) => {
      await withClaim(stage);
      await stage.page.keyboard.press('4');
      await stage.page.getByLabel('Say why').waitFor();
    },
  },
  {
    ...{ name: 'claim-source', says: 'A source, being attached', views: ['phone'] },
    play: async (stage) => {
      await withClaim(stage);
      await stage.page.keyboard.press('s');
      await stage.page.getByLabel('Title').waitFor();
    },
  },
  {
    ...{ name: 'claim-parts', says: 'A claim in two parts, decided by the lead', views: ['dark'] },
    play: async (stage) => {
      await open(stage);
      await openClaim(stage.page, 'killed about 250,000 people and made');
    },
  },
  {
    ...{ name: 'claim-reopened', says: 'A claim that was reopened', views: ['phone'] },
    play: async (stage) => {
      await open(stage);
      await openClaim(stage.page, 'without the visit having been announced');
    },
  },
  {
    ...{ name: 'coverage', says: 'The coverage, on a phone', views: ['phone', 'phone-dark'] },
    play: async (stage) => {
      await open(stage);
      await stage.page.locator('.panels').getByRole('button', { name: 'Coverage' }).click();
    },
  },
  { name: 'sources', says: 'The sources', views: ['phone'], play: tab(/Sources/, '.card.source') },
  {
    ...{ name: 'discussion', says: 'The discussion', views: ['desktop', 'phone'] },
    play: tab(/Discussion/, '.side-panel .thread'),
  },
  {
    ...{ name: 'discussion-empty', says: 'Nothing said yet', views: ['desktop'] },
    play: async (stage) => {
      await open(stage, 'bare');
      await stage.page.getByRole('tab', { name: /Discussion/ }).click();
    },
  },
  { name: 'history', says: 'The history', views: ['phone'], play: tab(/History/, '.history-line') },
  {
    ...{ name: 'time-machine', says: 'The article as it was', views: ['desktop', 'phone'] },
    play: async (stage) => {
      await tab(/History/, '.history-line')(stage);
      await stage.page.getByRole('button', { name: 'Time machine' }).click();
      await stage.page.locator('.past-card').first().waitFor({ state: 'attached' });
    },
  },
  {
    ...{ name: 'versions', says: 'The versions of an article', views: ['desktop', 'phone-dark'] },
    play: showVersions,
  },
  {
    ...{ name: 'versions-difference', says: 'A later version, and what it does to the claims', views: ALL },
    play: (stage) => bringLater(stage, (text) => text.replace(/80/, '18').replace(/\n\n[^\n]+\n\n([^\n]+)$/, '\n\n$1')),
  },
  {
    ...{ name: 'versions-same', says: 'A later version that is no other', views: ['desktop'] },
    play: (stage) => bringLater(stage, (text) => text),
  },
  {
    ...{ name: 'board', says: 'The claims by state', views: ALL },
    play: async (stage) => {
      await open(stage);
      await stage.page.keyboard.press('b');
      await stage.page.locator('.board-card').first().waitFor();
    },
  },
  {
    ...{ name: 'board-empty', says: 'A board without claims', views: ['desktop'] },
    play: async (stage) => {
      await open(stage, 'bare');
      await stage.page.keyboard.press('b');
      await stage.page.getByRole('heading', { name: 'Claims by state' }).waitFor();
    },
  },
  {
    ...{ name: 'commands', says: 'The list of commands', views: ['desktop', 'phone-dark'] },
    play: async (stage) => {
      await open(stage);
      await stage.page.keyboard.press('?');
      await stage.page.getByRole('option').first().waitFor();
    },
  },
  {
    ...{ name: 'share', says: 'Sharing', views: ['desktop'] },
    play: async (stage) => {
      await open(stage);
      await stage.page.getByRole('button', { name: 'Share' }).click();
      await stage.page.getByRole('heading', { name: 'Share this article' }).waitFor();
    },
  },
  {
    ...{ name: 'settings', says: 'The settings of an article', views: ['desktop', 'phone-dark'] },
    play: async (stage) => {
      await open(stage);
      await stage.page.getByRole('button', { name: /Text open|More about/ }).click();
      await stage.page.getByRole('button', { name: 'Settings of this article' }).click();
      await stage.page.getByRole('heading', { name: 'Settings of this article' }).waitFor();
    },
  },
  {
    ...{ name: 'export', says: 'In which format it is had, and what is lost', views: ALL },
    play: async (stage) => {
      await open(stage);
      await stage.page.getByRole('button', { name: 'Export' }).click();
      await stage.page.getByRole('button', { name: 'Download' }).waitFor();
      const format = stage.page.getByRole('combobox', { name: 'Format' });
      if ((await format.count()) > 0) await format.selectOption('brat');
      else await stage.page.getByRole('radio', { name: /brat/ }).check();
      await stage.page.getByRole('combobox', { name: 'Claims' }).selectOption('some');
      await stage.page.getByText(/^\d+ of \d+ claims$/).waitFor();
    },
  },
  {
    ...{
      name: 'review',
      says: 'Back after a night, before anything is sent',
      views: ['desktop', 'phone'],
      spoils: true,
    },
    play: away,
  },
  {
    ...{ name: 'tray', says: 'What was given back', views: ['desktop', 'phone'], spoils: true },
    play: async (stage) => {
      await away(stage);
      await stage.page.getByRole('button', { name: 'Send nothing, give it back to me' }).click();
      await stage.page.locator('.tray').waitFor();
    },
  },
];
