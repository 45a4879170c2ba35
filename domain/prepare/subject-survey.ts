import type { Liquid } from 'liquidjs';
import type { SplitPart } from '../model/manifest.ts';
import type { BranchCounts } from './branch-counts.ts';
import { isSeen } from './structure.ts';
import { PartSurvey, type Kept, type Made } from './part-survey.ts';

const subjectKept = (value: string): Kept => ({ shape: isSeen(value) ? 'x' : '', length: value.length });

/** The subject, and whether it says something to everybody: one of values alone is empty for who has none of them. */
export class SubjectSurvey extends PartSurvey {
  /** Something stands in it whatever the values are. */
  private readonly isFixed: boolean;

  constructor(engine: Liquid, subject: SplitPart, branches: BranchCounts) {
    super(engine, subject, subjectKept, { part: 'subject', branches });
    // Of one that is empty for all, another check speaks.
    this.isFixed = subject.fragments.length === 0 || isSeen(subject.skeleton.replaceAll(/\{\{s\d+\}\}/g, ''));
  }

  isEmpty(data: Record<string, string>, made: readonly Made[]): boolean {
    if (this.isFixed || this.bare.some(({ name }) => isSeen(data[name] ?? ''))) return false;
    return made.every(({ kept }) => kept.every(({ shape }) => shape === ''));
  }
}
