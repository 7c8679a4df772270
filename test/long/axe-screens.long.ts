import assert from 'node:assert/strict';
import { ARRIVING_SCENES } from '../../bench/screens/arriving-scenes.ts';
import { HOME_SCENES } from '../../bench/screens/home-scenes.ts';
import { REPORT_SCENES } from '../../bench/screens/report-scenes.ts';
import { VERSION_SCENES } from '../../bench/screens/version-scenes.ts';
import { WORKSPACE_SCENES } from '../../bench/screens/workspace-scenes.ts';
import { aStudio } from '../support/a-studio.ts';
import { violations } from '../support/axe.ts';

describe('axe-core finds nothing wrong with any picture, light and dark', () => {
  const studio = aStudio();

  for (const scene of [...HOME_SCENES, ...ARRIVING_SCENES, ...WORKSPACE_SCENES, ...VERSION_SCENES, ...REPORT_SCENES])
    for (const view of scene.views.filter((each) => !each.endsWith('dark') || scene.views.length === 1))
      it(`${scene.name}, ${view}: ${scene.says.toLowerCase()}`, async () => {
        const page = await studio().play(scene, view);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          assert.deepEqual(await violations(page), [], colorScheme);
        }
        await page.context().close();
      });
});
