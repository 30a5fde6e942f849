/** Words of what many machines do together. */
export const clusterEn = {
  'cli.database-url': 'address of PostgreSQL; in the environment as YUSUAN_DATABASE_URL nobody else sees it',
  'cli.cluster': 'many machines together; jobs and results are in PostgreSQL',
  'cli.cluster.batch': 'name of the batch',
  'cli.cluster.mount':
    'a shared folder that is a where it was submitted and b on this machine; may be given again',
  'cli.cluster.init': 'make the queue and the store in the database, or bring them up to this version',
  'cli.cluster.print-roles':
    'only print the SQL of roles with least privileges, for whoever owns the database',
  'cli.cluster.submit':
    'submit files, in place of an earlier batch of that name; what has a result is not read again',
  'cli.cluster.submit.paths': 'files or folders that all machines see, or s3://bucket/prefix',
  'cli.cluster.status': 'how much is done and left, who works, what could not be read',
  'cli.cluster.redrive': 'put files that could not be read back into the queue',
  'cli.cluster.drain': 'have all workers finish what they hold, and end',
  'cli.cluster.drain.off': 'let workers take jobs again',
  'cli.cluster.publish': 'write the results of a batch to a folder, as a run on one machine would',
  'cli.cluster.wait': 'wait until all is read; by default nothing is written before',
  'cli.worker': 'take files from the queue and read them, until SIGTERM',
  'cli.worker.silence':
    'seconds of silence after which the files of a worker are given to others; default 30, at least 10',
  'cli.worker.metrics-port': 'serve /healthz and /metrics (Prometheus) on this port of the loopback address',
  'cli.worker.until-idle': 'end when the queue is empty',
  'cluster.init.done': 'The store is at version {to} now (was {from}).',
  'cluster.init.same': 'The store is at version {to} already.',
  'cluster.submitted':
    'Batch "{batch}": {inputs} files, {known} of them with a result already; {duplicates} duplicates, {problems} problems.',
  'cluster.redriven': '{count} files are in the queue again.',
  'cluster.drain.on':
    'Workers end when they have finished what they hold. Before starting them again: yusuan cluster drain --off.',
  'cluster.drain.off': 'Workers may take jobs again.',
  'cluster.status.nothing': 'Nothing has been submitted yet.',
  'cluster.status.batch': 'batch "{batch}": {done}/{inputs}, failed {failed}, waiting {waiting}',
  'cluster.status.workers':
    '{workers} workers, {running} files being read; {rate} a minute, {left} minutes left; database {megabytes} MB',
  'cluster.status.without-worker':
    'No worker is of this version: {program}. Start a yusuan worker of it, or submit again with the present version.',
  'cluster.status.draining': 'Draining: nothing more is taken.',
  'cluster.status.dead':
    'could not be read: {source} ({reason}). When the reason is mended: yusuan cluster redrive.',
  'cluster.error.node-too-old': 'Many machines need Node {needed} or newer; this is {version}.',
  'cluster.error.package-missing':
    '{name} is missing: where yusuan is installed, npm install pg-boss pg (and @aws-sdk/client-s3 for S3).',
  'cluster.error.database-unreachable':
    'The database cannot be reached: look at the address, the network, and whether PostgreSQL runs.',
  'cluster.error.database-refused':
    'The database does not let this user in, or not do this ({reason}): look at user, password and database name.',
  'cluster.error.database-url':
    'This is no address of a database; it looks like postgres://user:password@host:5432/name.',
  'cluster.error.no-url': 'No address of a database: set YUSUAN_DATABASE_URL, or use --database-url.',
  'cluster.error.not-initialized':
    'There is no queue and no store in this database yet: yusuan cluster init.',
  'cluster.error.schema-older':
    'The store is of an older version ({version}): yusuan cluster init brings it up to date.',
  'cluster.error.schema-newer': 'The store is of a newer version ({version}): use a newer yusuan.',
  'cluster.error.unknown-batch': 'No batch "{name}" was submitted.',
  'cluster.error.other-program':
    'Batch "{name}" was submitted by {program}, this is {own}: publish with that version, or submit again with this one.',
  'cluster.error.unfinished': 'The batch is not finished: see yusuan cluster status, or wait with --wait.',
  'cluster.error.storage': '{place} cannot be read: {reason}.',
  'cluster.error.mount': '--mount is written /folder/a=/folder/b, not "{value}".',
}
