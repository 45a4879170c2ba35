import type { ContentConditions } from '../../domain/model/conditions.ts';
import type { FrozenChunk, Sample } from '../../domain/model/manifest.ts';
import type { Counts } from '../../domain/model/preparation.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Wave } from '../../domain/model/waves.ts';
import type { UnreadableRecords } from '../../domain/prepare/checks.ts';
import type { FieldFindings } from '../../domain/prepare/field-findings.ts';
import type { ZonesFound } from '../../domain/prepare/spread.ts';
import type { SurveyStates } from '../../domain/prepare/surveys.ts';
import type { Candidate } from '../../domain/prepare/typology.ts';
import type { LanguagesFound } from '../../domain/prepare/variant-choice.ts';

/** Somebody who is targeted: judged by the rules, and frozen with what the template needs of the attributes. */
export type Targeted = Candidate &
  Pick<Profile, 'attributes'> & {
    /** Which content they were to get when an earlier run was frozen. */
    variant?: string;
  };

export type FrozenAudience = SurveyStates & {
  counts: Counts;
  chunks: FrozenChunk[];
  /** Empty: all go out together. */
  waves: Wave[];
  zones: ZonesFound;
  /** Names of all attributes that somebody in the audience has. */
  attributes: ReadonlySet<string>;
  /** What was found in the values of everybody who gets it. */
  fields: Pick<FieldFindings, 'empty' | 'words' | 'undated' | 'unread' | 'noAsYes'>;
  samples: Sample[];
  conditions: ContentConditions[];
  languages: LanguagesFound;
  unreadable: UnreadableRecords;
  /** Attributes that the filter asks for, and for how many their value could not be read, which left them out. */
  unread: ReadonlyMap<string, number>;
  /** How many the filter leaves out because nobody can say what they did with messages. */
  unseen: number;
};
