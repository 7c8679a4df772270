import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; `claims` is the size that it says to unpack to when that is not the truth. */
export interface Zipped {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly claims?: number;
  /** Compressed already, unpacking to so many bytes. */
  readonly unpacks?: number;
}

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? Buffer.from(data) : data);

/** An archive of files (APPNOTE 6.3), deflated. */
export const aZip = (files: readonly Zipped[]): Uint8Array<ArrayBuffer> => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims, unpacks } of files) {
    const bytes = bytesOf(data);
    const packed = unpacks === undefined ? deflateRawSync(bytes) : Buffer.from(bytes);
    const path = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(unpacks === undefined ? crc32(bytes) : 0, 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(claims ?? unpacks ?? bytes.length, 18);
    header.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), header, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, rest, path);
    offset += 4 + header.length + path.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
};
