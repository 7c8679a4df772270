import assert from 'node:assert/strict';
import { ARRIVING_SCENES } from '../../bench/screens/arriving-scenes.ts';
import { HOME_SCENES } from '../../bench/screens/home-scenes.ts';
import { VERSION_SCENES } from '../../bench/screens/version-scenes.ts';
import { WORKSPACE_SCENES } from '../../bench/screens/workspace-scenes.ts';
import { aStudio } from '../support/a-studio.ts';
import { violations } from '../support/axe.ts';
import { partOf } from '../support/part-of.ts';

/** What `axe.test.ts` does not come by on its way, or what shows the same with other words in it. */
const ELSEWHERE =
  /^(articles-(full|empty|loading)|new-article|invite|sources|history|commands|share|export|board$|time-machine|workspace$|claim$|claim-(verdict|source))/;
const ALIKE = /-(hebrew|japanese|offline|empty)$/;

const SCENES = [...HOME_SCENES, ...ARRIVING_SCENES, ...WORKSPACE_SCENES, ...VERSION_SCENES].filter(
  ({ name }) => !ELSEWHERE.test(name) && !ALIKE.test(name),
);
const { items, says, turn } = partOf(SCENES, 8);

// Every other scene is looked at in the dark, the next time in the light; `npm run test:long` looks at all of them in all their views, both ways.
describe(`axe-core finds nothing wrong with what is photographed, light or dark (${says})`, function () {
  // Before the first scene there are two servers and a browser to start, and a desk to fill.
  this.timeout(120_000);
  const studio = aStudio();

  for (const [index, scene] of items.entries()) {
    const colorScheme = (index + turn) % 2 === 0 ? 'light' : 'dark';
    it(`${scene.name}, ${colorScheme}: ${scene.says.toLowerCase()}`, async () => {
      const page = await studio().playNext(scene, scene.views.find((view) => view === 'desktop') ?? 'phone');
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), []);
    });
  }
});
