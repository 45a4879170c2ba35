/** Signs of ASCII only, none of them a control. */
export const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
