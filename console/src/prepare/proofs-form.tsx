import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { type ProofReport, ProofRequest } from '../../../domain/prepare/api.ts';
import type { RunView } from '../../../domain/model/run-view.ts';
import { useApi } from '../shell/api.ts';
import { ChoiceField } from '../shell/choice-field.tsx';
import { WINNER } from '../../../domain/model/test-names.ts';
import { useVariantName } from '../shell/variant-name.ts';
import { useFormat } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { Tile } from '../shell/tile.tsx';
import { asSomebody } from './as-somebody.ts';

const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((address) => address !== '');

/** Who gets proofs, and how many there are: what the stage says of them. */
const WhoGetsThem = (): ReactNode => {
  const { _: t } = useLingui();
  const { number, allOf } = useFormat();
  const { domains, testAddresses, perRun, perDay } = useSession().me.proofs;
  const named = [...domains.map((domain) => `@${domain}`), ...testAddresses];
  const caps = { perRun: number(perRun), perDay: number(perDay) };
  return named.length === 0
    ? t('prepare.proofs.who', caps)
    : t('prepare.proofs.whoElse', { ...caps, named: allOf(named) });
};

type LanguageProps = { run: RunView; value: string; onChoose: (variant: string) => void };

const LanguageField = ({ run, value, onChoose }: LanguageProps): ReactNode => {
  const { _: t } = useLingui();
  const nameOf = useVariantName();
  // What wins is one of the others.
  const choices = run.variants
    .map((variant, place) => ({ ...variant, name: nameOf(variant, place) }))
    .filter(({ id, recipients }) => recipients > 0 && id !== WINNER);
  if (choices.length < 2) return null;
  const options = choices.map(({ id, name }) => ({ value: id ?? '', label: name }));
  return (
    <ChoiceField
      label={t(run.schedule.abTest ? 'abTest.variants.variant' : 'prepare.proofs.language')}
      value={value}
      options={options}
      onChange={onChoose}
    />
  );
};

/** Sends the frozen mail to people who look it over; proofs never count. */
export const ProofsForm = ({ run }: { run: RunView }): ReactNode => {
  const { _: t } = useLingui();
  const { number } = useFormat();
  const { me } = useSession();
  const api = useApi();
  const id = useId();
  const [text, setText] = useState(me.email);
  const [variant, setVariant] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [who, setWho] = useState('');
  const send = async (request: ProofRequest): Promise<ProofReport> =>
    api.post<ProofReport>(`/runs/${encodeURIComponent(run.id)}/proofs`, request);
  const sending = useMutation({
    mutationFn: async (request: ProofRequest) =>
      who.trim() === '' ? send(request) : asSomebody(api, who.trim(), async (profile) => send({ ...request, profile })),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { data } = ProofRequest.safeParse({
      addresses: addressesIn(text),
      ...(variant !== '' && { variant }),
    });
    setWrong(!data);
    if (data) sending.mutate(data);
  };
  return (
    <Tile title={t('prepare.proofs')}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="lab">
          <label htmlFor={id}>{t('prepare.proofs.to')}</label>
          <textarea
            id={id}
            className="input"
            rows={2}
            value={text}
            aria-invalid={isWrong}
            aria-describedby={`${id}-more`}
            onChange={({ target }) => setText(target.value)}
          />
          <span id={`${id}-more`}>
            {isWrong ? <b className="wrong">{t('prepare.proofs.wrong')}</b> : t('prepare.proofs.hint')} <WhoGetsThem />
          </span>
        </div>
        <LanguageField run={run} value={variant} onChoose={setVariant} />
        <div className="lab">
          <label htmlFor={`${id}-who`}>{t('prepare.proofs.as')}</label>
          <input
            id={`${id}-who`}
            className="input"
            value={who}
            aria-describedby={`${id}-who-hint`}
            onChange={({ target }) => setWho(target.value)}
          />
          <span id={`${id}-who-hint`}>{t('prepare.proofs.asHint')}</span>
        </div>
        <div className="row">
          <button className="btn slim" type="submit" disabled={sending.isPending}>
            {t('prepare.proofs.send')}
          </button>
        </div>
        <ProblemNote error={sending.error} />
        <output className="small">
          {sending.data &&
            t('prepare.proofs.sent', {
              count: sending.data.sent,
              n: number(sending.data.sent),
              subject: sending.data.subject,
            })}
        </output>
      </form>
    </Tile>
  );
};
