/** Words of the other systems that sign in. */
export const words = {
  'machines.title': 'Machines',
  'machines.mayNot': 'Only somebody with the role Administration sees and changes machines.',
  'machines.what':
    'Other systems can prepare and read by the API with a secret of their own. None can confirm, resume, release an address, erase, arm a series or change people.',
  'machines.list': 'Who signs in by the API',
  'machines.none': 'No machine signs in yet.',
  'machines.add': 'Add a machine',
  'machines.add.effect': 'Its secret is shown once.',
  'machines.name': 'Name',
  'machines.nameHint': 'it stands in the histories of what the machine does',
  'machines.scopes': 'May',
  'machines.scope.look': 'see campaigns, runs and lists (look)',
  'machines.scope.prepare': 'create and change campaigns and prepare runs (prepare)',
  'machines.scope.audience': 'read and write profiles, lists and imports (audience)',
  'machines.scope.figures': 'read figures (figures)',
  'machines.clientId': 'Client id',
  'machines.tokenUrl': 'Access tokens',
  'machines.since': 'secret of {at}',
  'machines.previous': 'The client id and the secret before work until {at} too.',
  'machines.secret': 'Client id and secret, shown this once',
  'machines.secretHint':
    'Copy the secret now, it is stored nowhere here. The machine gets access tokens with both, each good for an hour.',
  'machines.change': 'Change',
  'machines.change.title': 'Change {name}',
  'machines.change.effect': 'What it loses it loses at once. For what it gains it needs a new access token.',
  'machines.rotate': 'New secret',
  'machines.rotate.title': 'New secret for {name}',
  'machines.rotate.effect':
    'It gets a new client id with a new secret. Those before work for a day besides; any that are older end now.',
  'machines.revoke': 'Revoke',
  'machines.revoke.title': 'Revoke {name}',
  'machines.revoke.effect':
    'From now on it can do nothing, whatever access token it still has. What it prepared stays, and its name in the histories.',
};
