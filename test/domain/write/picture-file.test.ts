import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pictureFile } from '../../../domain/write/picture-file.ts';
import { apng, gif, jpeg, png, segment, chunk, pictures } from './picture-samples.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a file that is uploaded as a picture', () => {
  test('is what its own bytes say, with its size in pixels and whether it moves', () => {
    expect(pictureFile(jpeg())).toMatchObject({ type: 'jpeg', width: 640, height: 480, isAnimated: false });
    expect(pictureFile(png())).toMatchObject({ type: 'png', width: 32, height: 16, isAnimated: false });
    expect(pictureFile(gif())).toMatchObject({ type: 'gif', width: 20, height: 10, isAnimated: false });
    expect(pictureFile(gif({ frames: 3 }))).toMatchObject({ isAnimated: true });
    expect(pictureFile(apng())).toMatchObject({ type: 'png', isAnimated: true });
  });

  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['HTML behind the first bytes of a GIF', 'GIF89a<script>alert(1)</script>'],
    ['HTML behind the first bytes of a JPEG', '\u00ff\u00d8\u00ff<script>alert(1)</script>'],
    ['a WebP', 'RIFF\u0024\u0000\u0000\u0000WEBPVP8 '],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
  ])('is refused when it is %s', (_what, content) => {
    expect(pictureFile(Buffer.from(content, 'latin1'))).toBeUndefined();
  });

  test('loses where it was taken, comments and what is hidden behind its end', () => {
    const hidden = Buffer.from('<script>secret</script>', 'latin1');
    const files = {
      exif: jpeg([segment(0xe1, 'Exif\0\0secret'), segment(0xfe, 'secret'), segment(0xe2, 'MPF\0secret')]),
      text: png([chunk('tEXt', 'Comment\0secret'), chunk('eXIf', 'secret'), chunk('prVt', 'secret')]),
      comment: gif({ comment: 'secret' }),
    };
    for (const file of Object.values(files)) {
      const read = pictureFile(Buffer.concat([file, hidden]));
      expect(text(read?.content ?? Buffer.from('secret'))).not.toContain('secret');
    }
    expect(Buffer.from(pictureFile(files.exif)?.content ?? [])).toEqual(jpeg());
    expect(Buffer.from(pictureFile(files.text)?.content ?? [])).toEqual(png());
    expect(Buffer.from(pictureFile(files.comment)?.content ?? [])).toEqual(gif());
  });

  test('keeps what is seen: colours, transparency, how often it moves', () => {
    const colours = jpeg([segment(0xe2, 'ICC_PROFILE\0\u0001\u0001x'), segment(0xee, 'Adobe\0d')]);
    expect(Buffer.from(pictureFile(colours)?.content ?? [])).toEqual(colours);
    const clear = png([chunk('tRNS', '\0\0'), chunk('gAMA', '\0\0\u0001\0')]);
    expect(Buffer.from(pictureFile(clear)?.content ?? [])).toEqual(clear);
    const moving = gif({ frames: 2, loops: true });
    expect(Buffer.from(pictureFile(moving)?.content ?? [])).toEqual(moving);
  });

  test('is refused when it ends before its time, wherever that is', () => {
    for (const whole of pictures())
      for (let length = 0; length < whole.length; length += 1)
        expect(pictureFile(whole.subarray(0, length))).toBeUndefined();
  });

  test('is what it was when it comes again, and nothing of it can make reading it fail', () => {
    const written = fc.constantFrom(...pictures());
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(written, edits, fc.uint8Array({ maxLength: 40 }), (picture, changes, behind) => {
        const bytes = Uint8Array.from([...picture, ...behind]);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const read = pictureFile(bytes);
        if (read) expect(pictureFile(read.content)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a side that is longer than any', png([], { width: 20_000, height: 1 })],
    ['no width', png([], { width: 0, height: 1 })],
    ['no height', png([], { width: 1, height: 0 })],
    ['sides that no number has', png([], { width: 0xff_ff_ff_ff, height: 0xff_ff_ff_ff })],
    ['a few bytes that become 400 MB when they are shown', png([], { width: 10_000, height: 10_000 })],
    ['colours of print (CMYK)', jpeg([], 4)],
    ['colours that no mail program knows', jpeg([], 2)],
  ])('is refused when nobody could show it: %s', (_what, bytes) => {
    expect(pictureFile(bytes)).toBeUndefined();
  });

  test('may be in colours, in grey, and as large as a photograph of a phone', () => {
    expect(pictureFile(jpeg([], 3))).toMatchObject({ type: 'jpeg' });
    expect(pictureFile(png([], { width: 5000, height: 5000 }))).toMatchObject({ width: 5000 });
  });
});
