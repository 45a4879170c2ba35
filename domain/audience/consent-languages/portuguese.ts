import type { ConsentWords } from './consent-words-of-a-language.ts';

export const portuguese: ConsentWords = {
  leftColumns: 'descadastrado descadastrada',
  left: 'descadastrado descadastrada desinscrito desinscrita',
  stayed: 'inscrito inscrita',
  well: 'ativo ativa',
  away: 'inativo inativa',
  ordinary: 'novo aberto fechado pago solteiro casado',
  leaving: ['descadastr', 'desinscri', 'nao_(enviar|contat)', 'lista_negra', '^cancelad[oa](_|$)', 'falecid'],
  leavingCells: ['cancelad[oa]'],
  joining: ['inscri[pt]', 'aceit', 'autoriz', '^(is_?)?ativo$'],
  states: 'situacao',
  negations: 'nao sem',
};
