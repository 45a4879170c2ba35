import type { Settings } from '../settings.ts';
import { Company, type CompanyClaims } from './company.ts';

/** Who works at the company that the local stage knows. */
export const contoso: readonly CompanyClaims[] = [
  { sub: 'anna', name: 'Anna Alt', email: 'anna@contoso.example', groups: ['everybody', 'freigabe-start'] },
  { sub: 'ben', name: 'Ben Okafor', email: 'ben@contoso.example', groups: ['everybody', 'freigabe-start'] },
  { sub: 'ines', name: 'Inês Duarte', email: 'ines@contoso.example', groups: ['everybody', 'it-operations'] },
];

export const startCompany = async (
  { ports, emulatorUrl }: Settings,
  client: { id: string; secret: string },
): Promise<Company> => {
  const company = await Company.start(ports.company, { ...client, redirectUri: `${emulatorUrl}/oauth2/idpresponse` });
  for (const person of contoso) company.directory.set(person.sub, { ...person, email_verified: true });
  return company;
};
