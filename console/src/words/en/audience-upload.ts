/** Words of imports of files that are uploaded in parts. */
export const words = {
  'prepare.upload.sending': 'Uploading {name}: {percent} % of {megabytes} MB',
  'prepare.upload.waiting': 'The connection is lost; going on as soon as it is back.',
  'prepare.upload.jobs': 'Large imports',
  'prepare.upload.of': '{name} into the list {list}',
  'prepare.upload.state.uploading':
    'Not started: the upload is not complete, or it was only looked at. Choose the same file again to go on; only what is missing is sent.',
  'prepare.upload.state.reading': 'Is being read and judged.',
  'prepare.upload.state.writing': 'Is being written; nothing of it counts before all is.',
  'prepare.upload.state.settling': 'Counts. Opt-outs and moved addresses are being taken to their places.',
  'prepare.upload.state.done': 'Imported.',
  'prepare.upload.state.refused': 'Cannot be imported as it is.',
  'prepare.upload.state.failed': 'Was given up; the list is what it was.',
  'prepare.upload.state.cancelled': 'Cancelled; the list is what it was.',
  'prepare.upload.rows': 'Rows read: {read}; accepted: {accepted}; rejected: {rejected}.',
  'prepare.upload.pace': '{percent} %, {perSecond} rows per second, ends about {endsAt}',
  'prepare.upload.asOf': 'As of {at}.',
  'prepare.upload.cancel': 'Cancel the import of {name}',
  'prepare.upload.rejections': 'Save the rejected rows as CSV',
};
