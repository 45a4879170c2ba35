import type { ConsentWords } from './consent-words-of-a-language.ts';

export const spanish: ConsentWords = {
  leftColumns: 'dado_de_baja dada_de_baja fecha_baja fecha_de_baja desuscrito desuscrita',
  left: 'dado_de_baja dada_de_baja de_baja desuscrito desuscrita',
  stayed: 'suscrito suscrita inscrito inscrita',
  well: 'activo activa',
  away: 'inactivo inactiva',
  ordinary: `cliente clientes prospecto nuevo abierto cerrado pagado soltero soltera casado casada miembro socio socia`,
  leaving: [
    'dad[oa]_de_baja',
    '(^|_)bajas?(_|$)',
    'desuscri',
    'no_(enviar|contactar|molestar)',
    'lista_negra',
    '^cancelad[oa](_|$)',
    'cuarent',
    'fallecid',
  ],
  leavingCells: ['cancelad[oa]', 'no_suscri', 'no_gracias'],
  joining: ['suscri', 'inscri[pt]', 'acept', 'autoriz', 'recibir', 'publicidad', 'boletin', '^(is_?)?activo$'],
  consents: ['consentimiento'],
  negations: 'no sin',
};
