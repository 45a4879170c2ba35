const en = {};

const de: Record<keyof typeof en, string> = {};

export const words = { en, de };
