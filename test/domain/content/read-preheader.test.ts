import { describe, expect, test } from '@jest/globals';
import { withPreheader } from '../../../domain/content/preheader.ts';
import { readPreheader } from '../../../lambdas/content/read-preheader.ts';

const page =
  '<html><head><title>T</title><style>p{}</style></head><body>\n<p>Hello <b>Ada</b>,</p><p>news</p></body></html>';

describe('the line beside the subject', () => {
  test.each(['Apples & honey < 3 €', 'Only   today', 'A&nbsp;first look'])('is the preheader: %s', (preheader) => {
    const shown = preheader.replaceAll('&nbsp;', ' ').replaceAll(/\s+/g, ' ');
    expect(readPreheader(withPreheader(page, preheader))).toBe(shown);
  });

  test.each([
    ['the first line of a page without a preheader', page, 'Hello Ada,'],
    ['no picture and no filler', '<div>&#847;&zwnj;&nbsp;</div><img alt="x"><td>Spring</td>', 'Spring'],
    ['broken before a new line', 'One<br>two', 'One'],
    ['empty without text', '<img src="x.png">', ''],
  ])('is %s', (_, html, line) => {
    expect(readPreheader(html)).toBe(line);
  });
});
