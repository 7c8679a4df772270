import { SaxesParser } from 'saxes';
import { Invalid, wrong } from '../../shared/parsing.ts';

/** An element by the local part of its name; prefixes differ from writer to writer, and no two that matter here share one. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** What one file of XML may hold. */
const XML_LIMITS = { elements: 500_000, characters: 4_000_000, depth: 200 } as const;

const NONE: Readonly<Record<string, string>> = Object.freeze({});

const localPart = (name: string): string => name.slice(name.indexOf(':') + 1);

const attributesOf = (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const kept = Object.entries(given).filter(([name]) => !name.startsWith('xmlns') && !name.includes(':rsid'));
  return kept.length === 0 ? NONE : Object.fromEntries(kept.map(([name, value]) => [localPart(name), value]));
};

const NOTHING_IN_IT: (Element | string)[] = [];

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** Takes pieces of XML as they come; `end` gives what they come to. Declarations of types and entities are refused, and what is too much. */
const xmlTree = (skip: ReadonlySet<string>): { write: (text: string) => void; end: () => Element } => {
  const parser = new SaxesParser();
  const top: Open = { name: '', attributes: NONE, children: [] };
  const stack: Open[] = [top];
  let skipped = 0;
  let elements = 0;
  let characters = 0;
  const add = (text: string): void => {
    if (skipped > 0 || stack.length === 1) return;
    characters += text.length;
    if (characters > XML_LIMITS.characters)
      throw wrong('', 'too-long', { most: XML_LIMITS.characters / 2, given: characters });
    stack.at(-1)!.children.push(text);
  };
  parser.on('error', () => {
    throw wrong('', 'broken-file');
  });
  parser.on('doctype', () => {
    throw wrong('', 'broken-file');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localPart(name);
    if (skipped > 0 || skip.has(local)) {
      skipped += 1;
      return;
    }
    elements += 1;
    if (elements > XML_LIMITS.elements || stack.length > XML_LIMITS.depth) throw wrong('', 'too-large-unpacked');
    const open: Open = { name: local, attributes: attributesOf(attributes as Record<string, string>), children: [] };
    stack.at(-1)!.children.push(open);
    stack.push(open);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = skipped > 0 ? undefined : stack.pop();
    if (!closed) skipped -= 1;
    // Most elements are empty, and each list of its own takes as much as all the rest of one.
    else if (closed.children.length === 0) closed.children = NOTHING_IN_IT;
  });
  return {
    write: (text) => void parser.write(text),
    end: () => {
      parser.close();
      const root = top.children[0];
      if (typeof root !== 'object') throw wrong('', 'broken-file');
      return root;
    },
  };
};

const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** The root of a file of XML without the elements to skip; `told` hears how many bytes were read. Throws `Invalid`. */
export const readXml = async (
  pieces: AsyncIterable<Uint8Array>,
  skip: ReadonlySet<string> = new Set(),
  told: (bytes: number) => void = () => {},
): Promise<Element> => {
  const tree = xmlTree(skip);
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece));
      tree.write(decoder.decode(piece, { stream: true }));
      bytes += piece.length;
      told(bytes);
    }
    if (decoder) tree.write(decoder.decode());
    return tree.end();
  } catch (error) {
    throw error instanceof Invalid ? error : wrong('', 'broken-file');
  }
};

const isElement = (child: Element | string): child is Element => typeof child === 'object';

/** The elements in an element, those of a name where one is given. */
export const elementsIn = (element: Element | undefined, name?: string): readonly Element[] =>
  (element?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);

/** The first element on a path. */
export const elementAt = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>(
    (at, name) => at?.children.filter(isElement).find((child) => child.name === name),
    element,
  );

/** The text directly in an element. */
export const textIn = ({ children }: Element): string => children.filter((child) => !isElement(child)).join('');
