import type { Liquid } from 'liquidjs';
import { enginesIn } from '../content/render.ts';
import { markingEngine } from './structure.ts';

export type SurveyEngines = { html: Liquid; text: Liquid; marking: Liquid };

/** The engines that send; `marking` tells besides what is a value in HTML. */
export const surveyEnginesIn = (language: string): SurveyEngines => ({
  ...enginesIn(language),
  marking: markingEngine(language),
});
