// Loaded into the server's process before Next: when the starter is killed without a chance to
// end its server, the channel between them closes, and the server ends by itself.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5_000).unref()
})
