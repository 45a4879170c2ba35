import { machineRoutes } from '../../domain/people/machine-routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { machineClientsIn } from '../adapters/cognito/machine-clients.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { machinesIn } from '../adapters/dynamodb/machines.ts';
import { cognitoClient, documentClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import { reporting } from '../entry/logging.ts';
import { changeMachine, createMachine, listMachines, revokeMachine, rotateMachineSecret } from './manage-machines.ts';
import { uses } from './machines.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const cognito = cognitoClient();

const ports = {
  machines: machinesIn(documents, environment.CAMPAIGNS_TABLE),
  clients: machineClientsIn(cognito, environment.USER_POOL_ID),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  clock,
  tokenUrl: environment.TOKEN_URL,
  report: reporting('app client of a machine not removed'),
};

export const handler = httpApi(
  machineRoutes,
  {
    listMachines: listMachines(ports),
    createMachine: createMachine(ports),
    changeMachine: changeMachine(ports),
    rotateMachineSecret: rotateMachineSecret(ports),
    revokeMachine: revokeMachine(ports),
  },
  callersIn({ pool: poolIn(cognito, environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);
