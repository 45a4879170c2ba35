import { crc32, deflateSync } from 'node:zlib';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const number = (value: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
};

/** Of a JPEG. */
export const segment = (marker: number, content: string | Buffer): Buffer => {
  const inside = typeof content === 'string' ? latin(content) : content;
  return Buffer.concat([Buffer.from([0xff, marker]), number(inside.length + 2, 2), inside]);
};

/** Each has a number, a sampling and a table. */
const componentsOf = (count: number): Buffer =>
  Buffer.from([count, ...Array.from({ length: count }, (_, index) => [index + 1, 0x11, 0]).flat()]);

/** 640 by 480; its scan holds a stuffed byte, a restart and a fill byte. */
export const jpeg = (more: readonly Buffer[] = [], components = 1): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'),
    ...more,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, Buffer.concat([Buffer.from([8]), number(480, 2), number(640, 2), componentsOf(components)])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    Buffer.from([0xff, 0xd9]),
  ]);

/** Of a PNG. */
export const chunk = (type: string, content: string | Buffer): Buffer => {
  const named = Buffer.concat([latin(type), typeof content === 'string' ? latin(content) : content]);
  return Buffer.concat([number(named.length - 4, 4), named, number(crc32(named), 4)]);
};

export const png = (more: readonly Buffer[] = [], { width, height } = { width: 32, height: 16 }): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([number(width, 4), number(height, 4), Buffer.from([8, 2, 0, 0, 0])])),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(Math.min(height, 100) * (1 + 3 * Math.min(width, 100))))),
    chunk('IEND', ''),
  ]);

export const apng = (): Buffer => png([chunk('acTL', Buffer.concat([number(2, 4), number(0, 4)]))]);

const gifFrame = Buffer.concat([
  Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 20, 0, 10, 0, 0]),
  Buffer.from([2, 2, 0x4c, 1, 0]),
]);

type Gif = { frames?: number; comment?: string; loops?: boolean };
/** 20 by 10, of two colours. */
export const gif = ({ frames = 1, comment, loops = false }: Gif = {}): Buffer =>
  Buffer.concat([
    latin('GIF89a'),
    Buffer.from([20, 0, 10, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...(loops ? [Buffer.from([0x21, 0xff, 11]), latin('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0])] : []),
    ...(comment === undefined ? [] : [Buffer.from([0x21, 0xfe, comment.length]), latin(comment), Buffer.from([0])]),
    ...Array.from({ length: frames }, () => gifFrame),
    Buffer.from([0x3b]),
  ]);

export const pictures = (): Buffer[] => [
  jpeg([segment(0xe1, 'Exif\0\0x')]),
  png([chunk('tEXt', 'Comment\0x')]),
  gif({ frames: 2, comment: 'x', loops: true }),
];
