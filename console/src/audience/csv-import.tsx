import { useLingui } from '@lingui/react';
import { useId, useState, type ReactNode } from 'react';
import { ApiProblem } from '../shell/api-problem.ts';
import { Disclosure } from '../shell/disclosure.tsx';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { mappingOf, openQuestion, type ChosenColumns } from './column-choice.ts';
import { ColumnFields } from './column-fields.tsx';
import { FileLook, type ReadAs } from './file-look.tsx';
import { ImportJobs } from './import-jobs.tsx';
import { GivenUpImports, UnreadableLists } from './given-up-imports.tsx';
import { Report } from './import-report.tsx';
import { Sending } from './sending.tsx';
import { isUploadedFirst } from './too-large.ts';
import { UploadFirst } from './upload-first.tsx';
import { useImport, useLook, useUploadFirst, type Import } from './use-import.ts';

/** How many addresses would change, when that is why the file was refused. */
const changedIn = (error: unknown): number | undefined => {
  if (!(error instanceof ApiProblem) || error.cause !== 'idsOfOthers') return undefined;
  return typeof error.facts['changed'] === 'number' ? error.facts['changed'] : undefined;
};

/** A name that a list may bear, made from the file's. */
const listNameOf = (fileName: string): string =>
  fileName
    .replace(/\.\w+$/, '')
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 64);

type ChosenProps = { file: File; list: string; onImported: (list: string) => void };

const KeepField = ({ keeps, onChange }: { keeps: boolean; onChange: (keeps: boolean) => void }): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  return (
    <label className="tick" htmlFor={id}>
      <input id={id} type="checkbox" checked={keeps} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {t('prepare.import.keepEmpty')}
        <small>{t('prepare.import.keepEmptyHint')}</small>
      </span>
    </label>
  );
};

type StartProps = {
  asked: Import | undefined;
  question: ReturnType<typeof openQuestion>;
  onImported: (list: string) => void;
};

/** Undefined: something is still to be said. */
const StartImport = ({ asked, question, onImported }: StartProps): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { importing, sent } = useImport(onImported);
  const changed = changedIn(importing.error);
  return (
    <>
      {question && <b className="wrong">{t(`prepare.import.open.${question}`)}</b>}
      <div className="row">
        <button
          className="btn slim"
          type="button"
          disabled={!asked || importing.isPending}
          onClick={() => asked && importing.mutate(asked)}
        >
          {t(importing.isPending ? 'prepare.import.busy' : 'prepare.import.do')}
        </button>
      </div>
      {asked && sent && <Sending file={asked.file} sent={sent} />}
      <ProblemNote error={importing.error}>
        {asked && changed !== undefined && (
          <button
            className="btn slim"
            type="button"
            onClick={() => importing.mutate({ ...asked, changedAddresses: changed })}
          >
            {t('prepare.import.changed', { n: number(changed) })}
          </button>
        )}
      </ProblemNote>
      {importing.data && <Report report={importing.data} />}
    </>
  );
};

/** What the chosen file is taken for, to be looked at and corrected before it is imported. */
const ChosenFile = ({ file, list, onImported }: ChosenProps): ReactNode => {
  const { _: t } = useLingui();
  const [readAs, setReadAs] = useState<ReadAs>({});
  const [chosen, setChosen] = useState<ChosenColumns>(new Map());
  const [keepsEmpty, setKeepsEmpty] = useState(false);
  const { uploading, sent, uploaded } = useUploadFirst(file, list);
  const { data: look, error, isFetching } = useLook(file, list, readAs, uploaded);
  const read = (as: ReadAs): void => {
    setReadAs(as);
    setChosen(new Map());
  };
  const { columns = [], rows = [] } = look ?? {};
  const question = look && openQuestion(columns, chosen);
  const isReady = look !== undefined && !isFetching && question === undefined && list !== '';
  const asked = isReady
    ? { file, list, keepsEmpty, ...readAs, mapping: mappingOf(columns, chosen), uploaded }
    : undefined;
  return (
    <>
      {isUploadedFirst(file) && uploaded === undefined && (
        <UploadFirst file={file} list={list} uploading={uploading} sent={sent} />
      )}
      {isFetching && <p className="small muted">{t('prepare.import.look.busy')}</p>}
      <ProblemNote error={error} />
      {look && (
        <>
          <FileLook look={look} onRead={read} />
          <ColumnFields
            columns={columns}
            rows={rows}
            chosen={chosen}
            onChange={(index, one) => setChosen(new Map([...chosen, [index, one]]))}
          />
          <KeepField keeps={keepsEmpty} onChange={setKeepsEmpty} />
        </>
      )}
      <StartImport asked={asked} question={question} onImported={onImported} />
    </>
  );
};

/** Imports a file of profiles into a list and chooses that list. */
export const CsvImport = ({ onImported }: { onImported: (list: string) => void }): ReactNode => {
  const { _: t } = useLingui();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [list, setList] = useState('');
  const choose = (picked: File | undefined): void => {
    setFile(picked);
    if (picked && list === '') setList(listNameOf(picked.name));
  };
  return (
    <Disclosure summary={t('prepare.import.title')}>
      <div className="form inset">
        <p className="small muted">{t('prepare.import.hint')}</p>
        <div className="lab">
          <label htmlFor={`${id}-file`}>{t('prepare.import.file')}</label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </div>
        <div className="lab">
          <label htmlFor={`${id}-list`}>{t('prepare.import.list')}</label>
          <input
            id={`${id}-list`}
            className="input"
            value={list}
            pattern="[A-Za-z0-9_\-]{1,64}"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setList(target.value)}
          />
          <span id={`${id}-hint`}>{t('prepare.import.listHint')}</span>
        </div>
        {file && (
          <ChosenFile key={`${file.name} ${file.lastModified}`} file={file} list={list} onImported={onImported} />
        )}
        <ImportJobs />
        <GivenUpImports />
        <UnreadableLists />
      </div>
    </Disclosure>
  );
};
