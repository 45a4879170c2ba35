import type { ColumnMapping } from '../../domain/audience/column-mapping.ts';
import { judgeRows, type Change } from '../../domain/audience/judge-row.ts';
import type { ColumnMappings } from '../../domain/audience/ports/column-mappings.ts';
import type { ReadRow, WrittenProfile } from '../../domain/audience/profile-rows.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { profileMerged } from '../../domain/http/named-profile.ts';
import { found } from '../../domain/http/find.ts';
import { isListName } from '../../domain/audience/lists.ts';
import { namedBy } from '../../domain/audience/unread-header.ts';
import { topicUnknownIn } from '../../domain/http/known-topics.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Rejection } from '../../domain/model/profile-import.ts';
import type { Topics } from '../../domain/model/topics.ts';
import type { NamedLists } from '../../domain/ports/lists.ts';
import { writeChanges, type Outcome, type WriteChangesPorts } from './write-changes.ts';

export type ChangeProfilesPorts = WriteChangesPorts & {
  mappings: Pick<ColumnMappings, 'of'>;
  lists: Pick<NamedLists, 'ensure'>;
  topics: Topics;
};

const listsOf = (read: ReadRow): readonly string[] => ('row' in read ? (read.row.lists ?? []) : []);

/** What was said of columns when a list was imported, by the list. */
const mappingsOf = async (
  { mappings }: ChangeProfilesPorts,
  rows: readonly ReadRow[],
): Promise<Map<string, ColumnMapping>> => {
  const lists = [...new Set(rows.flatMap(listsOf))];
  return new Map(await Promise.all(lists.map(async (list) => [list, await mappings.of(list)] as const)));
};

/** Lists that somebody was put on are there before anybody is on them. */
const write = async (ports: ChangeProfilesPorts, changes: readonly Change[]): Promise<Outcome[]> => {
  const names = [...new Set(changes.flatMap(({ joins }) => joins))];
  if (names.length > 0) await ports.lists.ensure(names, new Date(ports.clock()).toISOString());
  return writeChanges(ports, changes);
};

/** A topic that the stage does not have is told to the row that names it. */
const withKnownTopics = (topics: Topics, read: ReadRow): ReadRow => {
  const said = 'row' in read ? Object.keys(read.row.trackingByTopic ?? {}) : [];
  const topic = topicUnknownIn(topics, said);
  return topic === undefined ? read : { issues: `trackingByTopic: this stage has no topic ${topic}` };
};

/** In the order of the rows. */
const changeRows = async (
  ports: ChangeProfilesPorts,
  rows: readonly ReadRow[],
  asAttribute: string | undefined,
): Promise<Outcome[]> => {
  const said = await mappingsOf(ports, rows);
  const { idOf } = ports;
  const isPlain = namedBy(asAttribute);
  const known = rows.map((row) => withKnownTopics(ports.topics, row));
  const judged = judgeRows(known, (row) => ({
    idOf,
    isPlain,
    mapping: listsOf(row).flatMap((list) => said.get(list) ?? []),
  }));
  const rejected = judged.flatMap((one) => ('cause' in one ? [{ line: one.line, rejection: one }] : []));
  const written = await write(
    ports,
    judged.flatMap((one) => ('cause' in one ? [] : [one])),
  );
  return [...rejected, ...written].toSorted((one, other) => one.line - other.line);
};

/** POST /profiles: each row answers for itself. */
export const postProfiles =
  (ports: ChangeProfilesPorts): HttpHandler<typeof audienceRoutes.postProfiles> =>
  async ({ body, query }) => {
    const outcomes = await changeRows(ports, body.profiles, query.asAttribute);
    const profiles = outcomes.flatMap((one) => ('written' in one ? [{ index: one.line, ...one.written }] : []));
    const rejections = outcomes.flatMap((one) => {
      if ('written' in one) return [];
      const { line: index, ...rejection } = one.rejection;
      return [{ index, ...rejection }];
    });
    return { accepted: profiles.length, rejected: rejections.length, profiles, rejections };
  };

const refuse = ({ code, facts, cause }: Rejection): never => {
  if (code === 'erased')
    throw new Problem('wrong-state', 'The person is erased.', 'Give who signed up again a new id.', {
      cause: 'personErased',
    });
  if (code === 'merged') throw profileMerged(String(facts['into']));
  throw new Problem('invalid-input', `The profile was not written: ${cause}.`, 'Correct it and send it again.', {
    cause: 'profileRefused',
    rejection: code,
    ...facts,
  });
};

const writtenOf = ([outcome]: readonly Outcome[]): WrittenProfile => {
  if (!outcome) throw new Error('a row has no outcome');
  return 'written' in outcome ? outcome.written : refuse(outcome.rejection);
};

/** PUT /profiles/{id} */
export const putProfile =
  (ports: ChangeProfilesPorts): HttpHandler<typeof audienceRoutes.putProfile> =>
  async ({ params: { id }, body, query }) =>
    writtenOf(await changeRows(ports, [{ row: { ...body, id } }], query.asAttribute));

const listNamed = (list: string): string => found(isListName(list) ? list : undefined, 'list');

const changeOf = (id: string): Change => ({
  line: 0,
  id,
  address: undefined,
  attributes: {},
  optedOut: false,
  joins: [],
  leaves: [],
});

const changeOne = async (ports: ChangeProfilesPorts, change: Change): Promise<WrittenProfile> => {
  const [outcome] = await write(ports, [change]);
  if (outcome && 'rejection' in outcome && outcome.rejection.code === 'addressMissing')
    throw new Problem(
      'not-found',
      'There is no profile of this id.',
      'Look it up in its list; ids are case-sensitive.',
    );
  return writtenOf(outcome ? [outcome] : []);
};

/** PUT /lists/{list}/profiles/{id} */
export const joinList =
  (ports: ChangeProfilesPorts): HttpHandler<typeof audienceRoutes.joinList> =>
  async ({ params: { id, list } }) =>
    changeOne(ports, { ...changeOf(id), joins: [listNamed(list)] });

/** DELETE /lists/{list}/profiles/{id} */
export const leaveList =
  (ports: ChangeProfilesPorts): HttpHandler<typeof audienceRoutes.leaveList> =>
  async ({ params: { id, list } }) =>
    changeOne(ports, { ...changeOf(id), leaves: [listNamed(list)] });
