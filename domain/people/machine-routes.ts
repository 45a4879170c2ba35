import type { Route } from '../http/route.ts';
import {
  ChangeMachineRequest,
  MachineActRequest,
  Machines,
  MachineView,
  MachineWithSecret,
  NewMachine,
} from './machine-api.ts';

/** Answered by a function of its own: only it may make and remove app clients of the user pool. */
export const machineRoutes = {
  listMachines: {
    operation: 'listMachines',
    method: 'GET',
    path: '/machines',
    summary: 'Other systems that sign in, with what each may do; for administrators',
    may: 'manageMachines',
    answers: { status: 200, schema: Machines },
  },
  createMachine: {
    operation: 'createMachine',
    method: 'POST',
    path: '/machines',
    summary: 'Let another system sign in; its secret is in this answer only',
    may: 'manageMachines',
    idempotent: 'secret',
    body: NewMachine,
    answers: { status: 201, schema: MachineWithSecret },
  },
  changeMachine: {
    operation: 'changeMachine',
    method: 'PUT',
    path: '/machines/{id}',
    summary: 'Change its name or its scopes; what is left out stays',
    may: 'manageMachines',
    body: ChangeMachineRequest,
    answers: { status: 200, schema: MachineView },
  },
  rotateMachineSecret: {
    operation: 'rotateMachineSecret',
    method: 'POST',
    path: '/machines/{id}/secret',
    summary: 'Give it a new client id with a new secret; those before work for a day besides',
    may: 'manageMachines',
    idempotent: 'secret',
    body: MachineActRequest,
    answers: { status: 200, schema: MachineWithSecret },
  },
  revokeMachine: {
    operation: 'revokeMachine',
    method: 'POST',
    path: '/machines/{id}/revoke',
    summary: 'Revoke it at once, with the tokens that it has; answers what it was',
    may: 'manageMachines',
    body: MachineActRequest,
    answers: { status: 200, schema: MachineView },
  },
} as const satisfies Record<string, Route>;
