import { CAPTURE_PROBLEMS, type Capture, type CaptureWay, type Kept, UNREAD } from './capture.ts';
import { choice, Invalid, identifier, integer, list, optional, type Parse, record, text } from './parsing.ts';
import { SOURCE_FIELDS } from './source.ts';

const WAYS: Readonly<Record<CaptureWay, true>> = { address: true, file: true, pasted: true };

const sha256: Parse<string> = (value, where) => {
  const read = text(64)(value, where);
  if (!/^[0-9a-f]{64}$/.test(read)) throw new Invalid(where, 'a SHA-256 in hex is expected');
  return read;
};

/** What a page says of itself, each as the field of a source takes it. */
const parseDetails: Parse<NonNullable<Kept['details']>> = (value, where) => {
  const fields = record(value, where);
  const { title, kind, publisher, people, date, language } = SOURCE_FIELDS;
  const known = Object.entries({ title, kind, publisher, people, date, language });
  return Object.fromEntries(
    known.flatMap(([key, field]) =>
      fields[key] === undefined ? [] : [[key, field.parse(fields[key], `${where}.${key}`)]],
    ),
  );
};

const parseKept: Parse<Kept> = (value, where) => {
  const { at, address, mediaType, size, sha256: hash, ...rest } = record(value, where);
  const of = <T>(key: string, parse: Parse<T>): T | undefined => optional(parse)(rest[key], `${where}.${key}`);
  const more = {
    charset: of('charset', text(100)),
    text: of('text', sha256),
    unread: of('unread', choice(UNREAD)),
    details: of('details', parseDetails),
    canonical: of('canonical', text(4_000)),
  };
  return {
    at: text(40)(at, `${where}.at`),
    address: text(4_000)(address, `${where}.address`),
    mediaType: text(200)(mediaType, `${where}.mediaType`),
    size: integer(0)(size, `${where}.size`),
    sha256: sha256(hash, `${where}.sha256`),
    ...(Object.fromEntries(Object.entries(more).filter(([, each]) => each !== undefined)) as Partial<Kept>),
  };
};

const parseCapture: Parse<Capture> = (value, where) => {
  const fields = record(value, where);
  const kept = optional(parseKept)(fields.kept, `${where}.kept`);
  const problem = optional(choice(CAPTURE_PROBLEMS))(fields.problem, `${where}.problem`);
  const state = choice({ kept: true, failed: true })(fields.state, `${where}.state`);
  if ((state === 'kept') !== (kept !== undefined)) throw new Invalid(`${where}.kept`, 'does not fit its state');
  return {
    id: identifier(fields.id, `${where}.id`),
    source: identifier(fields.source, `${where}.source`),
    way: choice(WAYS)(fields.way, `${where}.way`),
    address: text(4_000)(fields.address, `${where}.address`),
    reviewer: identifier(fields.reviewer, `${where}.reviewer`),
    at: text(40)(fields.at, `${where}.at`),
    state,
    ...(problem && { problem }),
    ...(kept && { kept }),
  };
};

/** Reads what is known of frozen copies, from a file. */
export const parseCaptures: Parse<readonly Capture[]> = list(parseCapture, 100_000);
