import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import { Doc, XmlElement, XmlText } from 'yjs';
import { OFFSET, paragraphs, SEATS } from '../sample-text.ts';
import { startProcess } from '../server-process.ts';
import type { Page, Peer, Place, Typed } from './peer.ts';

interface Opened {
  readonly doc: Doc;
  readonly provider: HocuspocusProvider;
  readonly close: () => void;
}

const PATIENCE = 20_000;

const opened = async (port: number, name: string): Promise<Opened> => {
  const doc = new Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: WebSocket,
  });
  const provider = new HocuspocusProvider({ websocketProvider, name, document: doc });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer from port ${port}`)), PATIENCE);
    provider.on('synced', () => {
      clearTimeout(late);
      resolve();
    });
    provider.attach();
  });
  const close = (): void => {
    provider.destroy();
    websocketProvider.destroy();
  };
  return { doc, provider, close };
};

/** Changes a document and resolves when the server has said that it has the change. */
const changed = ({ provider }: Opened, change: () => void): Promise<void> =>
  new Promise((resolve) => {
    const look = ({ number }: { readonly number: number }): void => {
      if (number > 0) return;
      provider.off('unsyncedChanges', look);
      resolve();
    };
    change();
    provider.on('unsyncedChanges', look);
  });

const openPage = (page: Opened, { seat }: Place): Page => {
  const listeners: (() => void)[] = [];
  const paragraph = page.doc.getXmlFragment('prosemirror').get(seat) as XmlElement;
  const text = paragraph.get(0) as XmlText;
  let at = OFFSET;
  page.doc.on('update', (_update, origin) => {
    if (origin === page.provider) for (const listener of listeners) listener();
  });
  const type = async (key = 'x'): Promise<Typed> => {
    const sent = performance.now();
    await changed(page, () => text.insert(at, key));
    at += key.length;
    return { sent, acknowledged: performance.now() };
  };
  return { type, onKey: (listener) => void listeners.push(listener), close: page.close };
};

const fill = ({ doc }: Opened): void => {
  const written = paragraphs(SEATS).map((text) => {
    const paragraph = new XmlElement('paragraph');
    paragraph.insert(0, [new XmlText(text)]);
    return paragraph;
  });
  doc.getXmlFragment('prosemirror').insert(0, written);
};

/** Hocuspocus with its SQLite extension, in the shape of document that y-prosemirror gives it. */
export const hocuspocus: Peer = {
  name: 'Hocuspocus + SQLite',
  keeps: 'nothing: stored 2 to 10 s later',
  start: async (folder) => {
    const server = await startProcess('bench/peers/hocuspocus-server.ts', { DATA_DIR: folder });
    let articles = 0;
    return {
      ...server,
      newArticle: async () => {
        articles += 1;
        const article = `article-${articles}`;
        const page = await opened(server.port, article);
        await changed(page, () => fill(page));
        page.close();
        return article;
      },
      open: async (place) => openPage(await opened(place.port ?? server.port, place.article), place),
    };
  },
};
