import type { CaptureList, StoredCapture } from './capture-list.ts';
import { type Forgetting, forget, type Naming } from './memory-forgetting.ts';

const inOrder = (one: StoredCapture, other: StoredCapture): number =>
  `${one.at} ${one.id}` < `${other.at} ${other.id}` ? -1 : 1;

/** The list of copies, as long as the process lasts. */
export const memoryCaptureList = (): CaptureList & Forgetting & Naming => {
  const captures = new Map<string, StoredCapture>();
  const those = (which: (capture: StoredCapture) => boolean) => [...captures.values()].filter(which).sort(inOrder);
  return {
    forgetArticle: (article) => forget(captures, (each) => each.article === article),
    bodiesOf: (article) => those((each) => each.article === article).map(({ body }) => body),
    names: (file) => [...captures.values()].some(({ body }) => body.includes(file)),
    put: async (capture) => {
      captures.set(`${capture.article} ${capture.id}`, capture);
    },
    of: async (article) => those((each) => each.article === article),
    in: async (state) => those((each) => each.state === state),
  };
};
